"""From the wire to named fields."""
