"""What the Pact says: pure rules, without clock, files, network or log."""
