"""The words by which mail programs introduce what they quote, forward and add, in many languages."""

_FIELD_NAMES = """
from | to | sent | date | subject | cc | reply-to | van | aan | verzonden | datum | onderwerp
von | an | gesendet | betreff | kopie | de | à | a | envoyé | objet | sujet | fra | til | sendt | dato | emne
para | enviado | enviado el | enviada em | fecha | data | asunto | assunto | från | till | skickat | ämne
da | inviato | oggetto | od | do | wysłano | temat | od koho | komu | odesláno | předmět
lähettäjä | vastaanottaja | lähetetty | päivämäärä | aihe | feladó | címzett | elküldve | tárgy
от кого | кому | дата | тема | 发件人 | 收件人 | 发送时间 | 日期 | 主题 | 差出人 | 宛先 | 日時 | 件名
"""

_DEVICE_LINES = """
sent from my | sent from mail for | sent from yahoo | sent from outlook | sent from a | sent from the
sent from proton | sent from samsung | sent via my | sent via the | sent via outlook | sent with proton
sent using | get outlook for
verzonden vanaf | verzonden met | verzonden vanuit | verzonden via | verstuurd vanaf | outlook voor ios
outlook voor android | download outlook voor
von meinem iphone | von meinem ipad | von meinem samsung | von meinem android | von meinem handy
gesendet von | gesendet mit | gesendet aus | gesendet über | holen sie sich outlook | outlook für
envoyé de | envoyé depuis | envoyé à partir | obtenez outlook | télécharger outlook
sendt fra min | sendt fra outlook | sendt fra mail | få outlook for | hent outlook
enviado desde | enviado con | enviado do meu | enviado a partir | obtener outlook | descargar outlook
skickat från min | hämta outlook | inviato dal | inviato da i | lähetetty puhelimesta | lähetetty iphonesta
wysłane z | отправлено с
"""


def _listed(lines: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in lines.strip().replace("\n", "|").split("|"))


FIELD_NAMES: frozenset[str] = frozenset(_listed(_FIELD_NAMES))
"""Names of header fields as they are printed above a quoted mail."""

FORWARD_LINES = (
    "(?:begin )?forwarded message|begin doorgestuurd bericht|doorgestuurd bericht|doorgestuurde mail"
    "|(?:anfang der )?weitergeleitete[n]? (?:nachricht|e-mail|mail)|début du message (?:transféré|réexpédié)"
    "|message transféré|videresendt (?:melding|meddelelse|besked)|start på videresendt (?:melding|besked)"
    "|vidarebefordrat (?:meddelande|brev)|(?:inicio del )?mensaje reenviado|mensagem encaminhada"
    "|messaggio inoltrato|(?:początek )?(?:przekazan[ae]j? wiadomoś(?:ć|ci))|välitetty viesti"
    "|пересылаемое сообщение|přeposlaná zpráva|továbbított üzenet|转发(?:的)?邮件"
)
"""Lines that stand above a mail that is passed on, never above one that is answered."""

FORWARD_SUBJECT = (
    r"(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|tr|wg|doorst|dv|vs|vb|vl|rv|enc|i|pd|továbbítás|转发)\s?[:：]"
)
"""How the subject of a mail that is passed on begins."""

REPLY_SUBJECT = r"(?:\[[^\]]{1,40}\]\s*)?(?:re|aw|antw|sv|odp|res|rif|ynt|回复|答复)\s?[:：]"
"""How the subject of an answer begins; "VS" stands for an answer in Finland and for passing on in Norway."""

WROTE = (
    r"さんは書きました|のメッセージ|写道|寫道|\bGMT[+-]\d"
    r"|\b(?:wrote|writes|schreef|geschreven|schrieb(?: am)?|geschrieben|a écrit|skrev|escribió|escreveu"
    r"|ha scritto|scritto|napisał(?:\(a\)|a)?|pisze|написа[лв](?:\(а\)|а)?|пише|пишет|kirjoitti|napsala?"
    r"|napísala?|írta|a scris|έγραψε|schrijft|schreibt|skriver)\b"
)
"""What a person did whose mail is quoted below."""

DEVICE_LINES: tuple[str, ...] = _listed(_DEVICE_LINES)
"""How a device or its mail program signs: the beginnings of its line, in lower case."""
