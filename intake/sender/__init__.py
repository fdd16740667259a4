"""Who sent a mail: what the domain's owner publishes, what relays report, and one verdict."""
