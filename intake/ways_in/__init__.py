"""Ways in beside SMTP: a mailbox that is fetched by IMAP, and a folder that is watched."""
