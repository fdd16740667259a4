"""Mail as people write it, in many languages and programs, with subjects that tempt to a wrong guess."""

from collections.abc import Iterator
from email.header import Header
from itertools import product

from made_up.mails import OURS

# Per language: subjects, then what is written below them. None carries a signed copy of the Pact.
_WRITTEN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        (
            "Our application",
            "Out of office next week: who may sign for us?",
            "Returned mail: your letter of 3 May came back to us",
            "Undeliverable invoices and the Pact",
            "Away until Monday, then I sign",
            "Delivery of the signed document",
            "Re: Automatic reply: Your application",
            "User unknown to you: may I introduce our agency?",
        ),
        (
            "Dear Secretariat, we would like to join. What is the next step?",
            "I tried to write to info@agency.example, but my mail could not be delivered. What now?",
            "My mailbox is full, so please write to nora@agency.example instead.",
        ),
    ),
    "nl": (
        (
            "Afwezig tot 14 juni, daarna teken ik",
            "Ons verzoek",
            "Onbestelbaar? Graag een ander adres",
            "Vraag over de rol",
        ),
        (
            "Beste mensen, hierbij onze vraag.",
            "Mijn vorige mail aan pact@agency.example kwam terug: onbestelbaar.",
        ),
    ),
    "de": (
        (
            "Abwesend bis Freitag, wer darf unterschreiben?",
            "Unser Antrag",
            "Unzustellbar: Ihr Brief vom 3. Mai",
        ),
        (
            "Guten Tag, wann entscheidet der Ausschuss?",
            "Ihre Mail an info@amt.example konnte nicht zugestellt werden.",
        ),
    ),
    "fr": (
        ("Absent jusqu'à lundi, puis je signe", "Notre demande", "Échec de la remise en main propre"),
        ("Bonjour, où en est notre demande ?", "Mon message à info@ville.example n'a pas pu être remis."),
    ),
    "es": (
        (
            "Ausente la próxima semana, ¿quién firma?",
            "Nuestra solicitud",
            "No entregado: el documento firmado",
        ),
        ("Buenos días, ¿cuál es el siguiente paso?", "El correo a info@ciudad.example no se pudo entregar."),
    ),
    "no": (
        ("Fravær neste uke, hvem kan signere?", "Søknaden vår", "Ikke levert: brevet deres"),
        ("Hei, hva er neste steg?", "E-posten til post@etat.example kunne ikke leveres."),
    ),
    "sv": (("Frånvaro i maj", "Vår ansökan"), ("Hej, vad händer nu?",)),
    "da": (("Ikke til stede i uge 20", "Vores ansøgning"), ("Hej, hvad sker der nu?",)),
    "it": (
        ("Fuori sede fino a lunedì, chi firma?", "La nostra domanda"),
        ("Buongiorno, qual è il prossimo passo?",),
    ),
    "pt": (("Fora do escritório até sexta", "O nosso pedido"), ("Bom dia, qual é o próximo passo?",)),
    "pl": (("Poza biurem do piątku", "Nasz wniosek"), ("Dzień dobry, jaki jest następny krok?",)),
    "fi": (("Poissa ensi viikolla", "Hakemuksemme"), ("Hei, mitä seuraavaksi tapahtuu?",)),
    "el": (("Εκτός γραφείου ως τη Δευτέρα", "Η αίτησή μας"), ("Καλημέρα, ποιο είναι το επόμενο βήμα;",)),
    "uk": (("Відпустка до понеділка", "Наша заявка"), ("Добрий день, який наступний крок?",)),
}

_SENDERS = (
    "nora.quist@agency.example",
    "postmaster@village.example",
    "info@agency.example",
    "b.ounce@agency.example",
    "desk+pact@agency.example",
)

_PROGRAMS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("X-Mailer", "Apple Mail (2.3654)"),),
    (("X-Auto-Response-Suppress", "All"), ("X-MS-Exchange-Organization-AuthAs", "Internal")),
    (("X-MS-Exchange-Transport-CrossTenantHeadersStamped", "AM0PR01"), ("Importance", "high")),
    (("User-Agent", "Mozilla Thunderbird"), ("Auto-Submitted", "no")),
    (("X-Originating-IP", "[192.0.2.7]"), ("Precedence", "normal"), ("X-Priority", "1")),
    (
        ("Disposition-Notification-To", "nora.quist@agency.example"),
        ("Return-Receipt-To", "nora@agency.example"),
    ),
)


def people_write() -> Iterator[tuple[str, bytes]]:
    """Yield the subject and the bytes of every mail: each text below each subject, from each program."""
    for subjects, texts in _WRITTEN.values():
        for subject, text, sender, fields in product(subjects, texts, _SENDERS, _PROGRAMS):
            lines = [
                f"From: Nora Quist <{sender}>",
                f"To: {OURS}",
                f"Subject: {Header(subject, 'utf-8').encode()}",
                "Date: Wed, 1 Mar 2023 10:30:00 +0100",
                f"Message-ID: <CAF{len(subject)}.{len(text)}@agency.example>",
                "Content-Type: text/plain; charset=utf-8",
                *(f"{name}: {value}" for name, value in fields),
            ]
            yield subject, "\r\n".join((*lines, "", text, "")).encode()
