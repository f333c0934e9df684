"""How the wires of each language spell a foreign name: rules of transliteration, and given names.

Names come in their English form, folded. Each language has one or two sets of rules, because
agencies differ (Selenskyj, Selenski); what no rule makes is in the tables of given names below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

Rules = tuple[tuple[str, str], ...]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


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
saad sa'd | saad | saad |
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

# Names behind "abdel", with which it is often written as one word.
SERVED = _set("""aziz asis rahman rahmane rahmen malek malik hamid hamed majid madjid kader qader qadir kadir hadi halim
    fattah fatah jalil jelil djalil latif karim kerim salam nasser wahab wahid rahim rauf raouf razak razzaq
    ghani hakim baset basit moneim mahdi hafiz hafez ilah atty ati sattar samad ghafour mumin momen mutalib
    rassoul rasoul""")
LANGUAGES = ("en", "fr", "de", "es")


def _given(table: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Name → language → its spellings; a name that two lines have is read as the first of them has it."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in table.strip().splitlines():
        cells = [cell.split() for cell in line.split("|")]
        cells += [[]] * (len(LANGUAGES) - len(cells))
        by_language = {
            language: tuple(cell or cells[0]) for language, cell in zip(LANGUAGES, cells, strict=True)
        }
        for name in dict.fromkeys(name for cell in cells for name in cell):
            found.setdefault(name, by_language)
    return found


# The ways a name from Cyrillic ends in English, brought to one.
_PLAIN_SLAVIC: Rules = (("sky[yij]$|ski[yij]$", "sky"), ("(?<=[a-z])(?:[yi]y|y[ij]|i[ij])$", "y"))
_FRENCH: Rules = (
    ("shch", "chtch"), ("ych$", "itch"), ("vich$", "vitch"), ("iyev$", "iev"), ("iye", "ie"), ("iyo", "io"), ("sargsy", "sarkissi"), ("(?<=[aeiou])yev", "iev"), ("dzh", "dj"),
    ("zh", "j"), ("kh", "kh"), ("ch", "tch"), ("sh", "ch"), ("yu", "iou"), ("yo", "io"), ("(?<![ao])u", "ou"),
    ("yev", "ev"), ("ya", "ia"), ("sky$", "ski"), ("(?<=[bcdfghjklmnpqrstvwxz])in$", "ine"), ("ey$", "ei"),
    ("(?<=[aeiouy])s(?=[aeiouy])", "ss"), ("g(?=[eiy])", "gu"), ("y$", "i"), ("y(?=[aeou])", "i"), ("j", "dj"),
)  # fmt: skip
_FRENCH_Y: Rules = (("sky$", "sky"), ("y$", "y"), *_FRENCH)
_GERMAN: Rules = (
    ("shch", "schtsch"), ("ych$", "itsch"), ("chev$", "tschow"), ("zh", "sch"), ("ch", "tsch"),
    ("(?<!c)sh", "sch"), ("kh", "ch"), ("(?<=[aeiouy])s(?=[aeiouy])", "ss"), ("z(?!h)", "s"), ("v", "w"),
    ("ts", "z"), ("ya", "ja"), ("yo", "jo"), ("iye", "ije"), ("yu", "ju"), ("ye", "je"), ("sky$", "ski"),
    ("ey$", "ej"), ("(?<=[aeou])y", "j"), ("y$", "i"), ("j", "dsch"),
)  # fmt: skip
_GERMAN_PLAIN: Rules = (
    ("chev$", "tschew"), ("(?<=[aeiouy])s(?=[aeiouy])", "s"), ("(?<=[aeou])y(?=[^aeiou])", "i"),
    ("(?<=[aeou])y$", "i"), ("sky$", "skyj"), ("y$", "yj"), *_GERMAN,
)  # fmt: skip
_GERMAN_Y: Rules = (("sky$", "skij"), ("y$", "y"), *_GERMAN)
_SPANISH: Rules = (
    ("ych$", "ich"), ("kh", "j"), ("sky$", "ski"), ("yev$", "yev"), ("g(?=[ei])", "gu"),
    ("(?<=[bcdfghjklmnpqrstvwxz])y(?=[au])", "i"), ("yan$", "ian"),
    ("(?<=[bcdfghjklmnpqrstvwxz])y(?=[bcdfghjklmnpqrstvwxz])", "i"),
    ("(?<=[aeou])y(?=[bcdfghjklmnpqrstvwxz])", "i"), ("y$", "i"), ("ff", "f"), ("(?<![dz])j", "y"),
)  # fmt: skip
_SPANISH_OLD: Rules = (("ych$", "ich"), ("kh", "j"), ("sky$", "ski"), ("y$", "i"), ("ff", "f"))
_ITALIAN: Rules = (("shch", "sh"), ("ych$", "ich"), ("yev$", "iev"), ("ya", "ia"), ("yu", "iu"), ("ye", "ie"))
_DUTCH: Rules = (
    ("shch", "sjtsj"), ("sh", "sj"), ("ch", "tsj"), ("zh", "zj"), ("yu", "joe"), ("ya", "ja"), ("u", "oe"),
    ("sky$", "ski"), ("y$", "i"),
)  # fmt: skip
_ENGLISH: Rules = (
    ("ych$", "ich"), ("(?<=[aei])yev$", "ev"), ("yan$", "ian"), ("yuk$", "iuk"), ("yenko$", "ienko"),
    ("sky$", "skiy"), ("shch", "sch"), ("sarg?s", "sarkis"),
)  # fmt: skip
_ENGLISH_Y: Rules = (
    ("ych$", "itch"),
    ("iyev$", "iev"),
    ("iyo", "io"),
    ("sky$", "skyy"),
    ("yo", "io"),
    ("yan$", "yan"),
)
_ENGLISH_J: Rules = (("sky$", "skyj"), ("iye", "ie"), ("yu", "iu"))
_ENGLISH_I: Rules = (("sky$", "ski"), ("y$", "iy"))

# A consonant written twice, and written once instead.
_TWICE = "(?P<twice>[b-df-hj-np-tv-z])(?P=twice)"
_VOWEL_S = "(?<=[aeiou])s(?=[aeiou])"
_ARABIC_ENGLISH: Rules = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("y$", "i"), ("aoui", "awi"))
_ARABIC_OU: Rules = (("ou", "ou"), ("(?<!a)u", "ou"))
_ARABIC_Y: Rules = (("ou", "u"), ("oo", "u"), ("i$", "y"))
_ARABIC_SINGLE: Rules = ((_TWICE, ""),)
_ARABIC_FRENCH: Rules = (
    ("sh", "ch"), ("ou", "ou"), ("oo", "ou"), ("ee", "i"), ("w(?=i)", "ou"), ("u", "ou"), (_VOWEL_S, "ss"), ("y$", "i"),
)  # fmt: skip
_ARABIC_FRENCH_S: Rules = (("(?<=a)n$", "ne"), (_VOWEL_S, "s"), ("w(?=i)", "w"), *_ARABIC_FRENCH)
_ARABIC_FRENCH_DJ: Rules = (("j", "dj"), *_ARABIC_FRENCH)
_ARABIC_GERMAN: Rules = (
    ("sh", "sch"), ("kh", "ch"), ("dj", "dsch"), ("j", "dsch"), ("z", "s"), ("q", "k"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("y(?=[aeiou])", "j"), ("v", "w"), (_VOWEL_S, "ss"), ("y$", "i"),
)  # fmt: skip
_ARABIC_GERMAN_S: Rules = (
    (_VOWEL_S, "s"),
    ("(?<=[a-z])j$", "dsch"),
    ("j", "j"),
    ("y(?=[aeiou])", "y"),
    *_ARABIC_GERMAN,
)
_ARABIC_GERMAN_CH: Rules = (("ch", "tsch"), *_ARABIC_GERMAN)
_ARABIC_SPANISH: Rules = (
    ("kh", "j"), ("gh", "g"), ("dj", "y"), ("j$", "j"), ("j", "y"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    (_TWICE, ""), ("y$", "i"),
)  # fmt: skip
_ARABIC_SPANISH_U: Rules = (("w(?=[ia])", "u"), *_ARABIC_SPANISH)
_ARABIC_SPANISH_K: Rules = (("gh", "gh"), ("kh", "kh"), ("(?<!d)j", "j"), *_ARABIC_SPANISH)
_HEBREW_FRENCH: Rules = (("sh", "ch"), ("u", "ou"))
_HEBREW_GERMAN: Rules = (("sh", "sch"), ("y(?=[aeiou])", "j"))
_HEBREW_GERMAN_S: Rules = (("sh", "sch"), ("y(?=[aeiou])", "j"), ("z", "s"), ("v", "w"))
_HEBREW_SPANISH: Rules = (("kh|ch", "j"), ("tz$", "z"), (_TWICE, ""))

_SLAVIC_RULES = {
    "en": (_ENGLISH, _ENGLISH_Y, _ENGLISH_J, _ENGLISH_I),
    "fr": (_FRENCH, _FRENCH_Y),
    "de": (_GERMAN, _GERMAN_PLAIN, _GERMAN_Y),
    "es": (_SPANISH, _SPANISH_OLD, _ITALIAN, _DUTCH),
}
_ARABIC_RULES = {
    "en": (_ARABIC_ENGLISH, _ARABIC_SINGLE, _ARABIC_OU, _ARABIC_Y),
    "fr": (_ARABIC_FRENCH, _ARABIC_FRENCH_S, _ARABIC_FRENCH_DJ),
    "de": (_ARABIC_GERMAN, _ARABIC_GERMAN_S, _ARABIC_GERMAN_CH),
    "es": (_ARABIC_SPANISH, _ARABIC_SPANISH_U, _ARABIC_SPANISH_K),
}
_HEBREW_RULES = {
    "en": (_ARABIC_SINGLE,),
    "fr": (_HEBREW_FRENCH,),
    "de": (_HEBREW_GERMAN, _HEBREW_GERMAN_S),
    "es": (_HEBREW_SPANISH,),
}


@cache
def respell(word: str, rules: Rules) -> str:
    """One folded word spelt by one set of rules, each letter by the first that fits, left to right."""
    return _compiled(rules).sub(lambda match: rules[_place(match)][1] or match.group()[0], word)


def _place(match: re.Match[str]) -> int:
    return int((match.lastgroup or "r0")[1:])


@cache
def _compiled(rules: Rules) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<r{place}>{found})" for place, (found, _) in enumerate(rules)))


@dataclass(frozen=True)
class Family:
    """Names that are respelt alike: the given names known, and the rules of each language."""

    given: dict[str, dict[str, tuple[str, ...]]]
    rules: dict[str, tuple[Rules, ...]]
    slavic: bool = False

    def spell(self, word: str, language: str) -> list[str]:
        """The spellings of ``word`` in ``language``, the likeliest first; in English as it is."""
        base = respell(word, _PLAIN_SLAVIC) if self.slavic else word
        made = [respell(base, rules) for rules in self.rules[language]]
        return list(dict.fromkeys([word, base, *made] if language == "en" else made))


SLAVIC = Family(_given(_SLAVIC), _SLAVIC_RULES, slavic=True)
ARABIC = Family(_given(_ARABIC), _ARABIC_RULES)
HEBREW = Family(_given(_HEBREW), _HEBREW_RULES)
