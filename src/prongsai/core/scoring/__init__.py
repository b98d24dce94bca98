"""Edition and results make a scorecard with its working shown; what-if, gains, and the way to the next level."""
