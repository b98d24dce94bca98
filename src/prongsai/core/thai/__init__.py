"""What is Thai about numbers, dates and letters. Text in, text out; nothing here knows the assessment."""
