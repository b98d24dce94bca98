"""Settings, addresses and the door for web servers. Imports anything, imported by nothing.

Never decides anything about the assessment: it says where things are and who answers an address.
"""
