"""What a mail wants, by rules that can be read: asks, tells, corrects, withdraws."""
