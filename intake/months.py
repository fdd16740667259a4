"""The names of the months in the languages of Europe, folded, with their short forms and cases."""

from intake.plain_text import folded

_NAMES: tuple[str, ...] = (
    # one row a month: English, then the names that differ in other languages
    "january jan januar januari januaris janvier janv jan. enero ene gennaio gen janeiro stycznia styczen sty tammikuuta "
    "tammikuu leden ledna januára január jaanuar jaanuari janvaris janvari sausio sausis januarja siječnja sijecanj "
    "ianuarie ιανουαριου ιανουαριος ιαν януари января ionawr eanair",
    "february feb februar februari février févr fév febrero febbraio fevereiro fev lutego luty lut helmikuuta helmikuu "
    "unor února února februára február veebruar februaris februari vasario vasaris februarja veljače februarie "
    "φεβρουαριου φεβρουαριος φεβ φλεβαρη февруари февраля",
    "march mar march maart mrt märz marz mars marzo março marca marzec marca maaliskuuta maaliskuu březen března marec "
    "március märts marts martā kovo kovas ožujka martie μαρτιου μαρτιος μαρ март марта mär mrz marta",
    "april apr avril avr abril abr aprile kwietnia kwiecień kwi huhtikuuta huhtikuu duben dubna apríla apríl április "
    "aprill aprilis aprīlis balandžio balandis aprila travnja aprilie απριλιου απριλιος απρ април апреля",
    "may mai mei maj mayo maggio mag maio maja toukokuuta toukokuu květen května mája máj május maijs maija gegužės "
    "gegužė svibnja μαιου μαιος μαι май мая",
    "june jun juin juni junio giugno giu junho czerwca czerwiec cze kesäkuuta kesäkuu červen června júna jún június "
    "juuni jūnijs jūnija birželio birželis junija lipnja iunie ιουνιου ιουνιος ιουν юни июня",
    "july jul juillet juil juli julio luglio lug julho lipca lipiec lip heinäkuuta heinäkuu červenec července júla júl "
    "július juuli jūlijs jūlija liepos liepa julija srpnja iulie ιουλιου ιουλιος ιουλ юли июля",
    "august aug août aout augustus augusti agosto ago sierpnia sierpień sie elokuuta elokuu srpen srpna augusta "
    "augusztus augusts rugpjūčio rugpjūtis avgusta avgust kolovoza αυγουστου αυγουστος αυγ август августа ag",
    "september sep sept septembre septiembre settembre set sett setembro września wrzesień wrz syyskuuta syyskuu září "
    "septembra szeptember septembris septembrī rugsėjo rugsėjis rujna septembrie σεπτεμβριου σεπτεμβριος σεπ септември "
    "сентября",
    "october oct octobre oktober okt octubre ottobre ott outubro out października październik paź lokakuuta lokakuu "
    "říjen října októbra október oktoober oktobris oktobrī spalio spalis oktobra listopada octombrie οκτωβριου οκτωβριος "
    "οκτ октомври октября",
    "november nov novembre noviembre novembro listopad lis marraskuuta marraskuu listopadu novembra november "
    "novembris novembrī lapkričio lapkritis studenoga noiembrie νοεμβριου νοεμβριος νοε ноември ноября",
    "december dec décembre déc dezember dez desember des diciembre dic dicembre dezembro grudnia grudzień gru joulukuuta "
    "joulukuu prosinec prosince decembra december detsember decembris decembrī gruodžio gruodis prosinca decembrie "
    "δεκεμβριου δεκεμβριος δεκ декември декабря",
)

MONTHS: dict[str, int] = {
    folded(name).rstrip("."): number for number, row in enumerate(_NAMES, start=1) for name in row.split()
}
"""Folded name -> number of the month. Listopada (October in Croatian) stands for Polish November."""
MONTHS["listopada"] = 11
MONTHS["srpnja"], MONTHS["srpna"] = 7, 8

ROMAN_MONTHS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1
    )
}
