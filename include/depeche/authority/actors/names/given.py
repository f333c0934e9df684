"""Given names as the wires of each language spell them, where no rule of transliteration makes the form."""

from __future__ import annotations

LANGUAGES = ("en", "fr", "de", "es")
# Name → language → its spellings.
Given = dict[str, dict[str, tuple[str, ...]]]

# One name a line. English | French | German | Spanish, Italian and Portuguese; what is left out is as in English.
_SLAVIC = """
vladimir uladzimir | vladimir | wladimir | vladimir
vladislav uladzislau | vladislav | wladislaw |
vyacheslav viacheslav | viatcheslav | wjatscheslaw | viacheslav
dmitry dmitri dmitriy dmitrii | dmitri dimitri | dmitri dmitrij | dmitri dmitrij
dmytro | dmytro dmitri | dmytro | dmitro
sergey sergei serghei syarhey sjarhej | serguei sergei | sergej sergei | serguei sergei sergej
serhiy serhii sergiy sergii | serguii serguei sergui | serhij sergej | sergui serguei
mikhail michail | mikhail | michail | mijail mikhail
mykhailo mykhaylo | mykhailo | mychajlo mychailo | mijailo
mikheil mikhail mikhel | mikheil mikhail | micheil michail | mijail mijeil
nikolai nikolay nikolaj | nikolai | nikolai nikolaj | nikolai nicolai
mykola | mykola nikolai | mykola | mikola
yevgeny yevgeni evgeny evgeni yevgeniy evgenii | evgueni ievgueni | jewgeni jewgenij | yevgueni
yuri yury yuriy yurii iurii | iouri youri | juri jurij | yuri iuri
alexander aleksandr alexandr aleksander aliaksandr | alexandre alexander | alexander aljaksandr | alexander alexandr aleksandr
aleksandar alexander alexandar aleksander | aleksandar alexandre | aleksandar alexander |
oleksandr olexandr oleksander alexander | oleksandr olexandre alexandre | olexander oleksandr oleksander alexander |
oleksiy oleksii alexei olexiy | oleksii oleksi alexei | olexij oleksij | oleksi oleksiy
alexei alexey aleksei aleksey | alexei aleksei | alexej alexei aleksej | alexei alexey aleksej
andrei andrey andrej | andrei | andrej andrei | andrei
andriy andrii andrij | andrii andri | andrij | andri andriy
anatoly anatoli anatoliy anatolii | anatoli anatoly | anatoli anatolij | anatoli anatoly
viktor victor wiktor viktar | viktor victor | viktor wiktor | viktor victor
igor ihor | igor ihor | igor ihor |
volodymyr | volodymyr vladimir | wolodymyr volodymyr wolodimir | volodimir
yulia yuliya julia yuliia | ioulia youlia | julia julija | yulia julia
valery valeriy valeri valerii | valery valeri | waleri walerij | valeri
yegor egor | egor iegor | jegor | yegor
vasily vasiliy vasili vasilii | vassili vassily | wassili wassilij | vasili
vasyl | vassyl | wassyl | vasil
vitaly vitaliy vitali vitalii | vitali vitaly | witali witalij vitali | vitali
vadim vadym | vadim vadym | wadim wadym | vadim
gennady gennadiy gennadi hennadiy hennadii | guennadi guennady | gennadi gennadij | guennadi
grigory grigori hryhoriy | grigori | grigori grigorij | grigori
georgy georgi georgiy heorhiy gjorge gjorgje | gueorgui georgi | georgi georgij | georgi gueorgui
giorgi georgi | guiorgui giorgi gueorgui | giorgi | giorgi georgi
leonid | leonid leonide | leonid |
pavel | pavel | pawel | pavel
pavlo | pavlo | pawlo |
ivan | ivan | iwan ivan |
konstantin kostyantyn | konstantin | konstantin | konstantin
arseniy arseny arsenii | arseni | arsenij arseni | arseni
artem artyom | artem | artem |
denys denis | denys denis | denys denis | denis
taras | taras | taras |
kyrylo kirill | kyrylo kirill | kyrylo | kirilo
rustam rustem | roustam roustem | rustam rustem |
ruslan | rouslan | ruslan |
maxim maksim maksym maxym | maxime maxim | maxim maksym |
lyudmila ludmila | lioudmila | ljudmila | liudmila
valentina | valentina | walentina |
valentin | valentin valentine | walentin valentin |
yekaterina ekaterina | ekaterina | jekaterina | yekaterina
elvira | elvira | elwira elvira |
maria mariya marija | maria | maria marija |
boris borys | boris | boris |
boyko boiko bojko | boiko | bojko boiko | boiko
rumen | roumen | rumen |
rosen rossen | rossen | rossen | rosen
petar peter | petar | petar peter |
zhelyu zheliu jeliou | jeliou jelio | schelju scheljo | zheliu yelio
edward eduard | edouard | eduard |
eduard | edouard | eduard | eduard eduardo
serzh serge serj | serge serj | sersch | serzh
levon | levon | lewon levon |
vazgen | vazguen | wasgen |
ilham | ilham | ilham |
heydar haydar heidar haidar geidar | heydar gueidar | heydar heidar | heydar
jeyhun ceyhun | djeyhoun jeyhun | dscheyhun ceyhun | yeyhun
nursultan | noursoultan nursultan | nursultan |
kassym qasym kasim kassim | kassym | kassym kassim | kasim kassim
jomart | jomart | jomart schomart | yomart jomart
zurab | zourab | surab |
zviad | zviad | swiad |
bidzina | bidzina | bidsina |
saparmurat saparmurad saparmyrat | saparmourat saparmourad | saparmurat | saparmurat saparmurad
islam | islam | islam |
emomali imomali | emomali | emomali |
"""
_ARABIC = """
mohammed mohammad mohamed muhammad mohamad muhammed | mohamed mohammed mohammad | mohammed mohamed mohammad | mohamed mohamad mohammed
ahmed ahmad | ahmed ahmad | ahmed ahmad | ahmed ahmad
mahmoud mahmud mahmood | mahmoud | mahmud mahmoud | mahmud
abdullah abdallah abdulla abdalla | abdallah abdullah | abdullah abdallah | abdula abdala abdullah
hussein hussain husayn husain husein | hussein | hussein | husein hussein
hossein hussein hosein | hossein | hossein hussein | hosein hossein
hassan hasan | hassan | hassan hasan | hasan hassan
bashar bachar | bachar | baschar | bashar bachar
hafez hafiz | hafez | hafis hafez | hafez
omar umar | omar | omar umar |
osama usama | oussama | osama usama | osama
youssef yusuf yousef yousuf yousaf yousouf | youssef youssouf yousuf yousaf | jussuf jussef yusuf yousuf | yusuf yusef
khaled khalid | khaled khalid | chaled chalid khaled | jaled khaled
khalifa khalifah | khalifa | chalifa khalifa | jalifa khalifa
ali aly | ali | ali | ali
nouri nuri | nouri | nuri | nuri
nabil | nabil | nabil |
ibrahim ebrahim brahim | ibrahim brahim ebrahim | ibrahim ebrahim | ibrahim ebrahim
jalal jelal | jalal djalal | dschalal jalal | yalal jalal
jamal gamal | jamal djamal | dschamal jamal | yamal jamal
javad jawad | javad jawad | dschawad javad | yavad javad
mustafa mustapha mostafa | moustafa mustafa mostafa moustapha | mustafa mostafa | mustafa mustapha
salman | salmane salman | salman | salman
said saeed saed sayed saeid | said saeed | said saeed | said
suleiman sulaiman soleiman | souleimane sleimane suleiman | suleiman | suleiman
fouad fuad fuad | fouad | fuad | fuad
rafic rafik rafiq | rafic rafik | rafik rafic | rafik rafic
tariq tareq tarek tarik | tarek tareq tariq | tarik tarek | tarek tarik
adel adil | adel adil | adel adil | adel
ayad iyad | iyad ayad | ijad iyad | iyad ayad
haider haidar heidar | haidar haider | haidar haider | haidar haider
faisal faysal | faycal faisal faysal | faisal | faisal
fayez faiz fayiz faiez | fayez faiez | fajis fajes fayez | fayez faiez
walid waleed | walid | walid | walid
farouk faruk farouq faruq | farouk | faruk farouk | faruk
riyad riad riyadh | riyad riad | riad riyad | riad
salem salim selim | salem salim selim | salem salim | salem salim
amr amro amre | amr amro | amr amro | amr
anwar anouar | anouar anwar | anwar | anuar anwar
marwan marouan | marwan marouane | marwan | maruan marwan
saad | saad | saad |
saud saoud | saoud saud | saud |
massoud masoud masud | massoud masoud | massud masud massoud | masud masoud
moussa musa mousa | moussa | mussa musa moussa | musa
muammar moammar moamer | mouammar moammar moamer | muammar moammar | muamar
najib najeeb nagib | najib nagib nadjib | nadschib najib | nayib najib
nasser naser | nasser | nasser | naser nasser
ashraf | achraf ashraf | aschraf ashraf | ashraf
rashid rached rashed | rachid rached rashid | raschid rashid rached | rashid rachid
rashad | rachad | raschad | rashad
hashem hashim | hachem | haschem | hashem
hisham hesham hicham | hicham | hischam | hisham
ismail ismael | ismail ismael | ismail | ismail
isa issa | issa | isa issa | isa
yahya yahia | yahya yahia | jahja yahya | yahya yahia
zayed zaid sayed | zayed | sajid sajed zayed | zayed
hamdan | hamdane hamdan | hamdan |
mansour mansur | mansour | mansur mansour | mansur mansour
qasem qassem qasim kassem | qassem ghassem | kassem ghassem qassem | qasem qassem
mehdi mahdi | mehdi mahdi | mehdi mahdi |
yasser yasir yaser | yasser | jassir yassir jasser | yaser yasir
husni hosni | hosni | husni hosni | hosni
ayman | ayman aymane | aiman ayman | ayman
bin ibn ben | ben bin | bin ben | bin ben
al el | al el | al el | al el
abu abou | abou abu | abu | abu
ould uld | ould | ould | uld ould
sheikh cheikh shaykh | cheikh sheikh | scheich sheikh | sheij jeque sheikh
shah chah | shah chah | schah shah | shah
"""
_HEBREW = """
yitzhak yitzchak itzhak yitzak isaac | yitzhak itzhak isaac | jitzchak izchak jizchak jitzhak itzhak | isaac itzhak yitzjak yitzhak
isaac yitzhak itzhak | isaac itzhak | izchak jitzchak isaac | isaac
benjamin binyamin benyamin | benjamin benyamin | benjamin | benjamin biniamin
binyamin benjamin benyamin | binyamin benyamin benjamin | benjamin binjamin | benjamin binyamin
moshe | moshe moche | mosche moshe | moshe
shimon simon | shimon | schimon shimon | shimon simon
shaul | shaoul chaoul | schaul shaul | shaul
shlomo | shlomo | schlomo shlomo | shlomo
yair | yair | jair yair | yair
yoav | yoav | joav joaw | yoav
yossi yosi | yossi | jossi | yosi yossi
ehud | ehoud ehud | ehud |
avigdor | avigdor | avigdor awigdor | avigdor
reuven | reuven reouven | reuven reuwen | reuven
gideon gidon | gideon guideon | gideon | gideon guideon
israel yisrael | israel | israel jisrael | israel
tzipi tsipi zipi | tzipi tsipi | zipi tzipi | tzipi tsipi
yaakov yaacov jacob | yaakov | jaakov | yaakov
yehuda | yehouda | jehuda | yehuda
eli | eli elie | eli | eli
david | david | david | david
"""


def _given(table: str) -> Given:
    """Name → language → its spellings; a name that two lines have is read as the first of them has it."""
    found: Given = {}
    for line in table.strip().splitlines():
        cells = [cell.split() for cell in line.split("|")]
        cells += [[]] * (len(LANGUAGES) - len(cells))
        by_language = {
            language: tuple(cell or cells[0]) for language, cell in zip(LANGUAGES, cells, strict=True)
        }
        for name in dict.fromkeys(name for cell in cells for name in cell):
            found.setdefault(name, by_language)
    return found


SLAVIC, ARABIC, HEBREW = map(_given, (_SLAVIC, _ARABIC, _HEBREW))
