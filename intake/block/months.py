"""The names of the months in the languages of Europe, folded, with their short forms and cases."""

from intake.page.plain_text import folded

_NAMES = """
1 january jan januar januari januaris janvier janv jan. enero ene gennaio gen janeiro stycznia styczen sty
tammikuuta tammikuu leden ledna januára január jaanuar jaanuari janvaris janvari sausio sausis januarja
siječnja sijecanj ianuarie ιανουαριου ιανουαριοσ ιαν януари января ionawr eanair
2 february feb februar februari février févr fév febrero febbraio fevereiro fev lutego luty lut helmikuuta
helmikuu unor února února februára február veebruar februaris februari vasario vasaris februarja veljače
februarie φεβρουαριου φεβρουαριοσ φεβ φλεβαρη февруари февраля
3 march mar march maart mrt märz marz mars marzo março marca marzec marca maaliskuuta maaliskuu březen
března marec március märts marts martā kovo kovas ožujka martie μαρτιου μαρτιοσ μαρ март марта mär mrz
marta
4 april apr avril avr abril abr aprile kwietnia kwiecień kwi huhtikuuta huhtikuu duben dubna apríla apríl
április aprill aprilis aprīlis balandžio balandis aprila travnja aprilie απριλιου απριλιοσ απρ април
апреля
5 may mai mei maj mayo maggio mag maio maja toukokuuta toukokuu květen května mája máj május maijs maija
gegužės gegužė svibnja μαιου μαιοσ μαι май мая
6 june jun juin juni junio giugno giu junho czerwca czerwiec cze kesäkuuta kesäkuu červen června júna jún
június juuni jūnijs jūnija birželio birželis junija lipnja iunie ιουνιου ιουνιοσ ιουν юни июня
7 july jul juillet juil juli julio luglio lug julho lipca lipiec lip heinäkuuta heinäkuu červenec července
júla júl július juuli jūlijs jūlija liepos liepa julija srpnja iulie ιουλιου ιουλιοσ ιουλ юли июля
8 august aug août aout augustus augusti agosto ago sierpnia sierpień sie elokuuta elokuu srpen srpna
augusta augusztus augusts rugpjūčio rugpjūtis avgusta avgust kolovoza αυγουστου αυγουστοσ αυγ август
августа
9 september sep sept septembre septiembre settembre set sett setembro września wrzesień wrz syyskuuta
syyskuu září septembra szeptember septembris septembrī rugsėjo rugsėjis rujna septembrie σεπτεμβριου
σεπτεμβριοσ σεπ септември сентября
10 october oct octobre oktober okt octubre ottobre ott outubro out października październik paź lokakuuta
lokakuu říjen října októbra október oktoober oktobris oktobrī spalio spalis oktobra listopada octombrie
οκτωβριου οκτωβριοσ οκτ октомври октября
11 november nov novembre noviembre novembro listopad lis marraskuuta marraskuu listopadu novembra november
novembris novembrī lapkričio lapkritis studenoga noiembrie νοεμβριου νοεμβριοσ νοε ноември ноября
12 december dec décembre déc dezember dez desember des diciembre dic dicembre dezembro grudnia grudzień
gru joulukuuta joulukuu prosinec prosince decembra december detsember decembris decembrī gruodžio gruodis
prosinca decembrie δεκεμβριου δεκεμβριοσ δεκ декември декабря
"""
"""Each month's number, then its names: English first, then those that differ in other languages."""


def _months() -> dict[str, int]:
    months: dict[str, int] = {}
    number = 0
    for word in _NAMES.split():
        if word.isdigit():
            number = int(word)
        else:
            months.setdefault(folded(word).rstrip("."), number)
    return months


MONTHS: dict[str, int] = {**_months(), "listopada": 11, "srpna": 8, "srpnja": 7}
"""Folded name -> number of the month. Listopada (October in Croatian) stands for Polish November."""

ROMAN_MONTHS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1
    )
}
