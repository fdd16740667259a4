"""What the reader saw: pages and crops as pictures, with the places of the evidence drawn on them."""
