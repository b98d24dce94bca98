"""Edition and results make a scorecard with its working shown; what-if, gains, the next level."""
