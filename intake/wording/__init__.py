"""A returned copy beside an edition of the Pact: its pages made ready, and where to look again."""
