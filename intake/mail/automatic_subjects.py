"""How automatic answers and bounces begin their subjects, in the languages of Europe and some more.

Compared with the start of a case-folded subject, so that "Re: Automatic reply" is a human's.
"""

_ABSENCE = """
automatic reply | auto-reply | auto reply | autoreply | auto response | auto-response | automatic response
automated reply | automated response | out of office | out-of-office | out of the office | vacation reply
away from the office | away from my mail | on vacation:
automatisch antwoord | automatische reactie | automatische beantwoording | afwezigheidsbericht | afwezig:
niet aanwezig:
automatische antwort | abwesenheitsnotiz | abwesenheitsassistent | abwesenheitsmeldung | abwesend:
réponse automatique | message d'absence | absence du bureau | absent du bureau | absente du bureau
notification d'absence
respuesta automática | respuesta automatica | fuera de la oficina | fuera de oficina | ausente:
resposta automática | resposta automàtica | ausência temporária | fora do escritório
risposta automatica | fuori ufficio | fuori sede | assenza dall'ufficio | răspuns automat
automatisk svar | automatiskt svar | autosvar | fraværsbesked | fravær: | ikke til stede | frånvaro:
frånvaromeddelande | sjálfvirkt svar | automaattinen vastaus | poissa: | poissaoloilmoitus
automatyczna odpowiedź | odpowiedź automatyczna | poza biurem | automatická odpověď | automatická odpoveď
automatikus válasz | samodejni odgovor | samodejen odgovor | automatski odgovor | аутоматски одговор
automaatvastus | automaatne vastus | automātiskā atbilde | automātiska atbilde | automatinis atsakymas
tweġiba awtomatika | freagra uathoibríoch | αυτόματη απάντηση | εκτός γραφείου | автоматичен отговор
автоматски одговор | përgjigje automatike | автоматична відповідь | автоматический ответ | автоответ
otomatik yanıt | תשובה אוטומטית | رد تلقائي | 自動応答 | 自動返信 | 不在: | 自动答复 | 自动回复 | 自動回覆
자동 회신
"""

_BOUNCE = """
undeliverable | undelivered mail | undelivered message | mail delivery failed | mail delivery failure
mail delivery system | delivery status | delivery failure | delivery has failed | delivery notification
delivery report | message delivery failure | message not delivered | non-delivery | returned mail
returned to sender | failure notice | failed mail | mail could not be delivered | mail system error
mail error | nondeliverable mail | warning: could not send message | delayed mail | user unknown
rejected mail
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


ABSENCE_SUBJECTS: tuple[str, ...] = _phrases(_ABSENCE)
"""How out-of-office notes and other automatic answers begin."""

BOUNCE_SUBJECTS: tuple[str, ...] = _phrases(_BOUNCE)
"""How reports of mail systems begin; a sign only together with a sender that is one."""
