"""The names of months in the languages of Europe, plain, in the forms in which dates have them."""

from __future__ import annotations

MONTHS = (
    "janeiro januari tammikuuta tammikuu ledna leden januara ianuarie sausio sausis janvaris "
    "jaanuar січня січень января январь ιανουαριου ιανουαριοσ ocak ene janv gen sty",
    "fevereiro februari helmikuuta helmikuu unora unor februara februarie vasario vasaris "
    "februaris veebruar лютого лютии февраля февраль φεβρουαριου φεβρουαριοσ subat fevr fev lut",
    "marco maart marts maaliskuuta maaliskuu brezna brezen marec marcius martie kovo kovas "
    "березня березень марта март μαρτιου μαρτιοσ mart mrt",
    "huhtikuuta huhtikuu dubna duben aprila aprilis aprilie balandzio balandis aprill квітня "
    "квітень апреля апрель απριλιου απριλιοσ nisan abr avr kwi",
    "maio mei toukokuuta toukokuu kvetna kveten majus geguzes geguze maijs травня травень мая "
    "маи μαιου μαιοσ mayis mag",
    "junho kesakuuta kesakuu cervna cerven juna junius iunie birzelio birzelis junijs juuni "
    "червня червень июня июнь ιουνιου ιουνιοσ haziran giu cze",
    "julho heinakuuta heinakuu cervence cervenec jula julius iulie liepos liepa julijs juuli "
    "липня липень июля июль ιουλιου ιουλιοσ temmuz juil lug lip",
    "augustus augusti elokuuta elokuu srpna srpen augusta augusztus rugpjucio rugpjutis augusts "
    "серпня серпень августа август αυγουστου αυγουστοσ agustos ago sie",
    "setembro syyskuuta syyskuu zari septembra szeptember septembrie rugsejo rugsejis "
    "septembris вересня вересень сентября сентябрь σεπτεμβριου σεπτεμβριοσ eylul set wrz",
    "outubro lokakuuta lokakuu rijna rijen oktobra octombrie spalio spalis oktobris oktoober "
    "жовтня жовтень октября октябрь οκτωβριου οκτωβριοσ ekim okt ott out paz",
    "novembro marraskuuta marraskuu listopadu novembra noiembrie lapkricio lapkritis novembris "
    "листопада листопад ноября ноябрь νοεμβριου νοεμβριοσ kasim lis",
    "dezembro desember joulukuuta joulukuu prosince prosinec decembra decembrie gruodzio "
    "gruodis decembris detsember грудня грудень декабря декабрь δεκεμβριου δεκεμβριοσ aralik "
    "dez des dic gru",
)
"""From January to December; several forms of each, with a blank between."""
