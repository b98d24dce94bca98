"""What is Thai about numbers, dates and letters. It knows nothing of the assessment."""
