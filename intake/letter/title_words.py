"""Words by which titles and departments are known, in the languages of Europe."""

from pact.vocabulary import Vocabulary

TITLES = Vocabulary(
    # English
    "director, directors, manager, managers, head, chief, chair, chairman, chairwoman, chairperson, "
    "president",
    "officer, leader, team lead, lead, secretary, coordinator, co-ordinator, advisor, adviser, minister, "
    "mayor",
    "commissioner, treasurer, partner, founder, cofounder, executive, specialist, buyer, dean, rector",
    "professor, lecturer, board member, member of the board, spokesperson, spokeswoman, spokesman, trustee",
    "governor, ceo, cto, cio, coo, cpo, cfo, vice, deputy, senior, counsel, representative, consultant",
    "researcher, analyst, ambassador, chancellor, provost, principal, administrator, superintendent, "
    "controller",
    "councillor, alderman, commander, engineer, architect, solicitor, clerk, registrar, curator, owner",
    "proprietor, organiser, convenor, fellow, delegate, envoy, undersecretary, attaché, assistant",
    # Dutch
    "directeur*, *directeur, directrice, bestuurder, *bestuurder, bestuurslid, voorzitter, *voorzitter, "
    "hoofd",
    "*hoofd, *inkoper, inkoper, adviseur, *adviseur, secretaris*, *secretaris, wethouder, burgemeester",
    "beleidsmedewerker, *medewerker, medewerker, *leider, *leidster, coordinator, *coordinator, lid van",
    "penningmeester, griffier, gedeputeerde, dijkgraaf, heemraad, lector, hoogleraar, decaan, kanselier",
    "bewindvoerder, zaakvoerder, vennoot, *strateeg, projectleider, *manager, eigenaar, oprichter, schepen",
    "directielid, bestuursvoorzitter, gemachtigde, gevolmachtigde, teamlid, onderzoeker",
    # German
    "geschäftsführ*, *leiter, *leiterin, leiter, leiterin, leitung, *leitung, direktor*, *direktor",
    "*direktorin, sekretär*, *sekretär, *sekretärin, referent*, *referent, *referentin, *beauftragte*",
    "vorstand*, *vorstand, vorsitzende*, sprecher, sprecherin, *sprecher, *sprecherin, präsident*",
    "*präsident, *präsidentin, bürgermeister*, *bürgermeister, *bürgermeisterin, kanzler*, landrat",
    "landrätin, dezernent*, *einkäufer, *einkäuferin, einkäufer*, prokurist*, mitglied, mitarbeiter*",
    "*mitarbeiter, *mitarbeiterin, *berater, *beraterin, *koordinator, *koordinatorin, stabsstelle",
    "*meister, *meisterin, rektor*, *rektor, *rektorin, dekan*, minister*, *minister, *ministerin",
    "kämmer*, inhaber*, gründer*, *verantwortliche*, obmann, obfrau, amtsrat, regierungsrat, "
    "ministerialrat, stadtrat, *rätin",
    "geschäftsleit*, bereichsleit*, stellvertret*, verwaltungsdirektor*, schatzmeister*, schriftführer*",
    # French
    "président*, *présidente, délégué*, responsable*, chef, cheffe, chefs, secrétaire*, maire, chargé*",
    "gérant*, trésorier*, trésorière, conseiller*, conseillère, échevin*, bourgmestre, préfet*",
    "adjoint*, coordinateur, coordinatrice, coordonnateur, coordonnatrice, vice-président*, doyen*, recteur*",
    "rectrice, administrateur*, administratrice, fondateur*, fondatrice, ingénieur*, acheteur*, acheteuse",
    "rapporteur*, animateur*, animatrice, porte parole, commissaire, greffier*, sous directeur*, membre du",
    # Norwegian, Swedish, Danish
    "leder, *leder, *ledere, leiar, *leiar, daglig leder, direktør*, *direktør, sjef, *sjef, rådgiver",
    "*rådgiver, rådgjevar, *rådgjevar, generalsekretær, *sekretær, *sekretæren, nestleder, nestleiar",
    "forvalter, *forvalter, innkjøper, *innkjøper, ordfører, *ordfører, rådmann, *konsulent, konsulent",
    "forkvinne, formann, styremedlem, *ansvarlig, *ansvarleg, kansler, dekan, prorektor, statssekretær",
    "departementsråd, ekspedisjonssjef, *koordinator, *ingeniør, *forsker, forskar, *medarbeider",
    "chef, *chef, *chefen, ordförande*, *ordförande, vd, direktör*, *direktör, sekreterare, *sekreterare",
    "verksamhetsledare, *ledare, ledare, sakkunnig*, prefekt, *strateg, strateg, upphandlare, *upphandlare",
    "handläggare, *handläggare, kommunalråd, landshövding, rådgivare, *rådgivare, samordnare, *samordnare",
    "ansvarig, *ansvarig, ledamot, *ledamot, föreståndare, *föreståndare, kassör, talesperson",
    "formand, *formand, forperson, *forperson, næstformand, borgmester, *borgmester, kommitterad",
    "sagsbehandler, *medarbejder, indkøber, *indkøber, *ansvarlige, *mester, bestyrelsesmedlem, kasserer",
    "talsmand, talsperson, *vejleder, fagleder, *chefkonsulent, departementschef, byrådsmedlem",
    # Spanish, Portuguese, Italian
    "director, directores, directora, directoras, gerente*, jefe, jefa, coordinador*, secretario*, "
    "secretaria*, presidente*",
    "presidenta, vicepresident*, vocal, portavoz, tesorero*, tesorera, alcalde*, alcaldesa, concejal*",
    "consejero*, consejera, rector, rectora, vicerrector*, decano*, decana, responsable, interventor*",
    "subdirector*, técnico*, técnica, asesor*, asesora, apoderad*, administrador*, comisari*, fundador*",
    "diretor*, diretora, gestor*, gestora, coordenador*, secretário*, vereador*, tesoureiro*, reitor*",
    "vice-reitor*, vice reitor*, vogal, provedor*, chefe, sócio*, presidente da, técnico superior, assessor*",
    "direttore, direttrice, amministratore*, amministratrice, segretari*, responsabile, coordinatore",
    "coordinatrice, sindaco, sindaca, assessore, assessora, dirigente, rettore, rettrice, prorettore",
    "prorettrice, legale rappresentante, vicepresidente, tesoriere, tesoriera, consigliere, consigliera",
    "funzionari*, procuratore, referente, capo, provveditore, delegato*, delegata, portavoce, fondatore*",
    # Polish, Czech, Slovak
    "dyrektor*, wicedyrektor*, prezes*, wiceprezes*, kierownik*, kierowniczk*, przewodnicząc*, skarbnik*",
    "skarbniczka, sekretarz*, rzecznik*, rzeczniczka, członek*, członkini, koordynator*, pełnomocnik*",
    "wójt, burmistrz*, starosta, marszałek, rektor*, prorektor*, dziekan*, specjalist*, główn*, naczelnik*",
    "zastępca*, prokurent*, właściciel*, inspektor*, doradca*, radca*, kanclerz*",
    "ředitel*, vedoucí*, předsed*, jednatel*, starosta, starostka, primátor*, tajemn*, náměst*, "
    "místopředsed*",
    "riaditeľ*, vedúc*, predsed*, konateľ*, primátor*",
    # Finnish, Estonian, Greek, Hungarian and others
    "johtaja, *johtaja, johtajat, päällikkö, *päällikkö, puheenjohtaja, *puheenjohtaja, sihteeri, *sihteeri",
    "asiantuntija, *asiantuntija, rehtori, *rehtori, hallituksen jäsen, jäsen, koordinaattori, "
    "*koordinaattori",
    "suunnittelija, *suunnittelija, *mestari, *insinööri, dekaani, edustaja, *edustaja, vastaava, *vastaava",
    "juhataja, *juhataja, juht, *juht, esimees, direktor, nõunik, *nõunik, direktors, vadītājs, vadītāja",
    "direktorius, direktorė, vadovas, vadovė, pirmininkas, pirmininkė, vedėjas, vedėja",
    "διευθυντ*, πρόεδροσ, προέδρου, αντιπρόεδροσ, γραμματέασ, δήμαρχοσ, προϊστάμεν*, υπεύθυν*, σύμβουλοσ",
    "igazgató*, vezető*, *vezető, elnök*, alelnök*, titkár*, polgármester*, direktor*, ravnatelj*, "
    "predsjedni*",
    "predsednik*, župan*, vodja, direktorica, director general, șef*, primar*, președinte*, директор*",
    "framkvæmdastjóri, *stjóri, formaður, uffiċjal*, direttur*, kap",
    "responsável, responsáveis, tajomní*, kontrolór*, svetoval*, *tanácsos, secretar general, segretarju*",
    "началник*, главен, секретар*, експерт*, valdes loceklis, *direktors, patarėj*, pročelni*, voditelj*",
    "заместник*, кмет*, savjetni*, forstöðumaður, deildarstjóri, ráðgjafi, verkefnisstjóri, adviżer",
)
"""A word of these makes a line a title, unless it is part of somebody's or some body's name."""

UNITS = Vocabulary(
    "department, dept, division, directorate, office of the director, office of, unit, team, section, branch",
    "faculty, school of, bureau, secretariat, sustainability unit",
    "afdeling, bureau, dienst, sector, cluster, directie, lectoraat, faculteit, team, domein, programma",
    "abteilung, referat, fachbereich, dezernat, stabsstelle, sachgebiet, fachdienst, *abteilung, bereich",
    "fakultät, lehrstuhl, zentrale, geschäftsstelle, fach*",
    "service, pôle, direction, mission, département, bureau, cellule, division, secrétariat, unité",
    "avdeling*, *avdelingen, *avdelinga, seksjon*, stab, staben, enhet*, *enheten, *eininga, fakultet*",
    "avdelning*, *avdelningen, enhet, enheten, kansli*, förvaltning*, sektion*, *enheten",
    "afdeling*, *afdelingen, sekretariat*, *enheden, enheden, kontor, *kontoret, center for, forvaltning*",
    "departamento, área, gabinete, servicio, dirección, unidad, sección, subdirección, oficina",
    "serviço, direção, divisão, unidade, secção, departamento",
    "ufficio, settore, area, direzione, servizio, dipartimento, sezione, unità",
    "dział, wydział, biuro, zespół, departament, referat, oddział, sekcja, odbor, oddělení, úsek",
    "*yksikkö, yksikkö, *osasto, osasto, johdon tuki, *palvelut, toimisto, osakond",
)
"""A line that begins with one of these names a part of the house, and is nobody's title."""
