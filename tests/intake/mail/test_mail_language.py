import pytest

from intake.mail.mail_language import LONGEST_TEXT, language_of_device, language_written

WRITTEN = [
    ("nl", "Beste,\n\nBijgaand het ondertekende Pact.\n\nMet vriendelijke groet,\nSjoerd"),
    ("nl", "Geachte heer/mevrouw,\nHierbij stuur ik u de ondertekende verklaring namens onze gemeente."),
    ("nl", "Zie bijlage. Groet, Jan"),
    ("nl", "Goedemiddag, in de bijlage vindt u het getekende document. Graag ontvang ik een bevestiging."),
    ("de", "Sehr geehrte Damen und Herren,\n\nanbei erhalten Sie den unterzeichneten Pakt.\n\nViele Grüße"),
    ("de", "Guten Tag,\nim Anhang finden Sie das Dokument. Viele Grüße"),
    ("de", "Hallo, hiermit senden wir Ihnen die unterschriebene Erklärung der Stadt."),
    ("fr", "Bonjour,\n\nVeuillez trouver ci-joint le Pacte signé.\n\nCordialement,"),
    ("fr", "Madame, Monsieur, je vous prie de trouver en pièce jointe notre lettre."),
    ("fr", "Bonjour, voici le document. Merci"),
    ("no", "Hei,\n\nVedlagt ligger signert avtale.\n\nVennlig hilsen\nKari"),
    ("no", "Hei! Her er dokumentet, underskrevet av rådmannen. Mvh Ola"),
    ("no", "Eg sender med dette den underskrivne avtalen. Helsing Kari"),
    ("es", "Estimados señores:\n\nAdjunto el Pacto firmado.\n\nUn cordial saludo,"),
    ("es", "Buenos días, les envío adjunta la carta de apoyo. Saludos"),
    ("en", "Dear Secretariat,\n\nPlease find attached our signed Pact.\n\nKind regards,\nJ. T."),
    ("en", "Hello, see attached. Thanks"),
]
OF_OTHERS = [
    ("da", "Kære sekretariat,\n\nVedhæftet finder I den underskrevne aftale.\n\nVenlig hilsen\nBodil"),
    ("sv", "Hej,\n\nBifogat finner ni det undertecknade avtalet.\n\nVänliga hälsningar"),
    ("it", "Buongiorno,\n\nin allegato il patto firmato.\n\nCordiali saluti"),
    ("pt", "Bom dia,\nsegue em anexo o pacto assinado.\nCumprimentos"),
]


@pytest.mark.parametrize(("language", "text"), [*WRITTEN, *OF_OTHERS])
def test_a_short_mail_is_known_by_its_own_words(language: str, text: str):
    assert language_written(text) == language


@pytest.mark.parametrize(
    "text", ["", "FYI", "Jan de Vries\nGemeente Zilverveen\n+31 6 0000", "signed pact.pdf", "Beste thanks"]
)
def test_what_tells_no_language_is_given_none(text: str):
    assert language_written(text) is None


@pytest.mark.parametrize(
    "head",
    [
        "> ",
        "-----Original Message-----\n",
        "On 12 May 2026, The Secretariat wrote:\n",
        "Op 12 mei 2026 om 10:00 schreef Het Secretariaat <cfit@pact.example>:\n",
        "________________________________\n",
    ],
)
def test_what_a_mail_quotes_is_not_its_writers_language(head: str):
    quoted = "Dear Sjoerd, thank you for your application. Please find attached what we read."

    assert language_written(f"Zie bijlage. Groet, Jan\n\n{head}{quoted}") == "nl"


@pytest.mark.parametrize(
    ("language", "signature"),
    [
        ("no", "Sendt fra min iPhone"),
        ("nl", "Verzonden vanaf mijn Samsung-apparaat"),
        ("de", "Von meinem iPhone gesendet"),
        ("fr", "Envoyé de mon iPhone"),
        ("es", "Enviado desde mi iPad"),
        ("en", "Sent from my iPhone"),
        ("nl", "Outlook voor iOS downloaden"),
    ],
)
def test_a_device_signs_in_the_language_of_its_owner(language: str, signature: str):
    assert language_of_device(f"\n\n{signature}") == language
    assert language_written(f"\n\n{signature}") is None


def test_a_device_of_somebody_who_is_quoted_says_nothing():
    assert language_of_device("Ok\n\n> Hi\n> Sent from my iPhone\n") is None


def test_a_very_long_mail_is_judged_by_its_beginning():
    assert (
        language_written("Zie bijlage. Groet, Jan\n" + " " * LONGEST_TEXT + "please thanks regards " * 9_000)
        == "nl"
    )
