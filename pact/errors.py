"""The two ways in which something can be refused: by a rule, or for what a mail or file is."""


class PactError(Exception):
    """A rule of the Pact or of this secretariat forbids what was asked.

    The text is a whole sentence for the person who asked, and says what to do instead.
    """


class Refusal(Exception):
    """A mail, file or value from outside is at fault; it is answered kindly and kept.

    ``code`` is a stable word (``encrypted``, ``too_large``) or an SMTP reply code as text;
    ``text`` is a sentence for the sender.
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
