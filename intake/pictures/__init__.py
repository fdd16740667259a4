"""From bytes to straight, readable pages: decoding, finding the sheet, turning, evening the light."""
