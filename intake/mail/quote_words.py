"""The words by which mail programs introduce what they quote, forward and add, in many languages."""

FIELD_NAMES = (
    "from|to|sent|date|subject|cc|reply-to|van|aan|verzonden|datum|onderwerp|von|an|gesendet|betreff|kopie"
    "|de|à|a|envoyé|objet|sujet|fra|til|sendt|dato|emne|para|enviado(?: el)?|enviada em|fecha|data"
    "|asunto|assunto|från|till|skickat|ämne|da|inviato|oggetto|od|do|wysłano|temat|od koho|komu"
    "|odesláno|předmět|lähettäjä|vastaanottaja|lähetetty|päivämäärä|aihe|feladó|címzett|elküldve|tárgy"
    "|от кого|кому|дата|тема|发件人|收件人|发送时间|日期|主题|差出人|宛先|日時|件名"
)
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

WROTE = (
    r"さんは書きました|のメッセージ|写道|寫道|\bGMT[+-]\d"
    r"|\b(?:wrote|writes|schreef|geschreven|schrieb(?: am)?|geschrieben|a écrit|skrev|escribió|escreveu"
    r"|ha scritto|scritto|napisał(?:\(a\)|a)?|pisze|написа[лв](?:\(а\)|а)?|пише|пишет|kirjoitti|napsala?"
    r"|napísala?|írta|a scris|έγραψε|schrijft|schreibt|skriver)\b"
)
"""What a person did whose mail is quoted below."""

DEVICE_LINE = (
    r"(?:sent (?:from|via|with|using) (?:my |mail for|yahoo|outlook|the |samsung|proton|an? )"
    r"|get outlook for|verzonden (?:vanaf|met|vanuit|via)\b|verstuurd vanaf\b|outlook voor \w+ downloaden"
    r"|download outlook voor|(?:von meinem .{1,40} )?gesendet(?: (?:von|mit|aus|über)\b|$)"
    r"|holen sie sich outlook|outlook für \w+|envoyé (?:de|depuis|à partir)\b|obtenez outlook"
    r"|télécharger outlook|sendt fra (?:min|outlook|mail|e-post)|få outlook for|hent outlook"
    r"|enviado (?:desde|con|do meu|a partir)\b|obtener outlook|descargar outlook|skickat från min"
    r"|hämta outlook|inviato da(?:l|lla)?\b|lähetetty (?:puhelimesta|iphonesta)|wysłane z|отправлено с)"
)
"""How a device or its mail program signs, at the beginning of a line."""
