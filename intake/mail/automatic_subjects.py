"""How automatic answers and bounces begin their subjects, in the languages of Europe and some more.

Compared with the start of a case-folded subject, so that "Re: Automatic reply" is a human's.
"""

_AUTOMATIC = """
automatic reply | auto-reply | auto reply | autoreply | auto response | auto-response | automatic response
automated reply | automated response | vacation reply
automatisch antwoord | automatische reactie | automatische beantwoording | afwezigheidsbericht
automatische antwort | abwesenheitsnotiz | abwesenheitsassistent | abwesenheitsmeldung
réponse automatique | message d'absence | notification d'absence
respuesta automática | respuesta automatica | resposta automática | resposta automàtica
risposta automatica | răspuns automat
automatisk svar | automatiskt svar | autosvar | fraværsbesked | frånvaromeddelande | sjálfvirkt svar
automaattinen vastaus | poissaoloilmoitus
automatyczna odpowiedź | odpowiedź automatyczna | automatická odpověď | automatická odpoveď
automatikus válasz | samodejni odgovor | samodejen odgovor | automatski odgovor | аутоматски одговор
automaatvastus | automaatne vastus | automātiskā atbilde | automātiska atbilde | automatinis atsakymas
tweġiba awtomatika | freagra uathoibríoch | αυτόματη απάντηση | автоматичен отговор
автоматски одговор | përgjigje automatike | автоматична відповідь | автоматический ответ | автоответ
otomatik yanıt | תשובה אוטומטית | رد تلقائي | 自動応答 | 自動返信 | 自动答复 | 自动回复 | 自動回覆
자동 회신
"""

_ABSENCE = """
out of office | out-of-office | out of the office | away from the office | away from my mail | away until
on vacation | on annual leave | on leave
afwezig | niet aanwezig | abwesend | absence du bureau | absent du bureau | absente du bureau | absent
fuera de la oficina | fuera de oficina | ausente | ausência temporária | fora do escritório
fuori ufficio | fuori sede | assenza dall'ufficio | fravær | ikke til stede | ikke på kontoret | frånvaro
poissa | poza biurem | εκτός γραφείου | 不在
"""

_BOUNCE = """
undeliverable | undelivered mail | undelivered message | mail delivery failed | mail delivery failure
mail delivery system | delivery status | delivery failure | delivery has failed | delivery notification
delivery report | message delivery failure | message not delivered | non-delivery | returned mail
returned to sender | failure notice | failed mail | mail could not be delivered | mail system error
mail error | nondeliverable mail | warning: could not send message | delayed mail | user unknown
rejected mail | complaint about message from
onbestelbaar | niet te bezorgen | unzustellbar | zustellung fehlgeschlagen | nicht zustellbar
non remis | non distribuable | échec de la remise | echec de remise
no se puede entregar | no entregado | não é possível entregar | não entregue | não foi possível entregar
non recapitabile | mancato recapito | posta certificata: avviso di mancata consegna
kan ikke leveres | ikke levert | gick inte att leverera | olevererbart | ei voitu toimittaa
niedostarczalne | nie można dostarczyć | nedoručitelné | kézbesíthetetlen | δεν είναι δυνατή η παράδοση
メッセージを配信できません | メールエラー通知 | 配信不能
"""


def _phrases(lines: str) -> tuple[str, ...]:
    return tuple(phrase.strip().casefold() for phrase in lines.strip().replace("\n", "|").split("|"))


AUTOMATIC_SUBJECTS: tuple[str, ...] = _phrases(_AUTOMATIC)
"""How mail begins that calls itself an automatic answer."""

ABSENCE_SUBJECTS: tuple[str, ...] = _phrases(_ABSENCE)
"""How notes of absence begin, and what people write of their own absence, too: a sign only in an answer."""

BOUNCE_SUBJECTS: tuple[str, ...] = _phrases(_BOUNCE)
"""How reports of mail systems begin; a sign only together with a sender that is one."""
