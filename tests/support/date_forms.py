"""Forms of dates in four languages, and what is none; seen from Wednesday 6 July 2016.

A line: sentence → words = first[..last] rule; …
"""

FR = """
Il est arrivé mercredi à Paris. → mercredi = 2016-07-06 weekday
Il arrivera mercredi prochain. → mercredi prochain = 2016-07-13 weekday_next
Il est parti lundi dernier. → lundi dernier = 2016-07-04 weekday
Il doit partir vendredi. → vendredi = 2016-07-08 weekday_next
La réunion est prévue lundi. → lundi = 2016-07-11 weekday_next
La réunion de jeudi a été annulée. → de jeudi = 2016-06-30 weekday
Il y travaillait mi-mai. → mi-mai = 2016-05-11..2016-05-20 month_part
à la mi-juin, il partait → à la mi-juin = 2016-06-11..2016-06-20 month_part
début juillet, il partait → début juillet = 2016-07-01..2016-07-10 month_part
début mars 2014 → début mars 2014 = 2014-03-01..2014-03-10 month_part
au troisième trimestre 2015 → au troisième trimestre 2015 = 2015-07-01..2015-09-30 year_part
le second semestre de 2014 → le second semestre de 2014 = 2014-07-01..2014-12-31 year_part
le dernier trimestre de l'année 2013 → le dernier trimestre de l'année 2013 = 2013-10-01..2013-12-31 year_part
les attentats du 11 septembre → du 11 septembre = 2001-09-11 day
la réunion du 11 septembre → du 11 septembre = 2016-09-11 day
depuis fin 2015 → fin 2015 = 2015-09-01..2015-12-31 year_part
fin 2015, il partait → fin 2015 = 2015-09-01..2015-12-31 year_part
début 2016 → début 2016 = 2016-01-01..2016-04-30 year_part
mi-2015 → mi-2015 = 2015-05-01..2015-08-31 year_part
le 27 février → le 27 février = 2016-02-27 day
Le 1er janvier → Le 1er janvier = 2016-01-01 day
les 8 et 9 juillet → les 8 et 9 juillet = 2016-07-08..2016-07-09 days
du 8 au 10 juillet → du 8 au 10 juillet = 2016-07-08..2016-07-10 days
du 28 juin au 3 juillet → du 28 juin au 3 juillet = 2016-06-28..2016-07-03 days
entre le 8 et le 10 juillet → entre le 8 et le 10 juillet = 2016-07-08..2016-07-10 days
hier, il a plu → hier = 2016-07-05 relative
avant-hier, il a plu → avant-hier = 2016-07-04 relative
Aujourd'hui et demain → Aujourd'hui = 2016-07-06 relative; demain = 2016-07-07 relative
aujourd’hui → aujourd’hui = 2016-07-06 relative
après-demain → après-demain = 2016-07-08 relative
la semaine dernière → la semaine dernière = 2016-06-27..2016-07-03 relative_range
le mois prochain → le mois prochain = 2016-08-01..2016-08-31 relative_range
l'année dernière → l'année dernière = 2015-01-01..2015-12-31 relative_range
l’an dernier → l’an dernier = 2015-01-01..2015-12-31 relative_range
en 1998, il fut élu → en 1998 = 1998-01-01..1998-12-31 year
au printemps 2014 → au printemps 2014 = 2014-03-01..2014-05-31 season
à l'automne 2015 → à l'automne 2015 = 2015-09-01..2015-11-30 season
l'été dernier → l'été dernier = 2015-06-01..2015-08-31 season
cet été → cet été = 2016-06-01..2016-08-31 season
en mars, il partait → en mars = 2016-03-01..2016-03-31 month
en mars 2011 → en mars 2011 = 2011-03-01..2011-03-31 month
le 3 mai 1998 → le 3 mai 1998 = 1998-05-03 day
mercredi 6 juillet 2016 → mercredi 6 juillet 2016 = 2016-07-06 day
le mercredi 29 juin → le mercredi 29 juin = 2016-06-29 day
il y a trois jours → il y a trois jours = 2016-07-03 relative
il y a deux semaines → il y a deux semaines = 2016-06-22 relative
il y a dix ans → il y a dix ans = 2006-01-01..2006-12-31 relative_range
dans trois jours → dans trois jours = 2016-07-09 relative
lundi soir → lundi soir = 2016-07-04 weekday
dans la nuit de lundi à mardi → de lundi à mardi = 2016-07-04..2016-07-05 weekdays
ce week-end → ce week-end = 2016-07-09..2016-07-10 relative_range
le week-end dernier → le week-end dernier = 2016-07-02..2016-07-03 relative_range
au cours des années 1990 → des années 1990 = 1990-01-01..1999-12-31 decade
les années 80 → les années 80 = 1980-01-01..1989-12-31 decade
depuis 2011 → depuis 2011 = 2011-01-01..2011-12-31 year
le 11 septembre 2001 → le 11 septembre 2001 = 2001-09-11 day
né le 29 février 1980 → le 29 février 1980 = 1980-02-29 day
le 14/07/2015 → 14/07/2015 = 2015-07-14 day
La dépêche du 06.07.2016 → 06.07.2016 = 2016-07-06 day
entre 2010 et 2014 → entre 2010 et 2014 = 2010-01-01..2014-12-31 years
de 2010 à 2014 → de 2010 à 2014 = 2010-01-01..2014-12-31 years
dimanche dernier et lundi prochain → dimanche dernier = 2016-07-03 weekday; lundi prochain = 2016-07-11 weekday_next
Jeudi, le président rencontrera son homologue. → Jeudi = 2016-07-07 weekday_next
Le procès s'ouvrira le 3 septembre. → le 3 septembre = 2016-09-03 day
l'attentat du 13 novembre 2015 → du 13 novembre 2015 = 2015-11-13 day
sera jugé pour l'attentat du 13 novembre → du 13 novembre = 2015-11-13 day
dans la nuit de mardi à mercredi → de mardi à mercredi = 2016-07-05..2016-07-06 weekdays
le Grand Prix de dimanche → de dimanche = 2016-07-03 weekday
Depuis le 15 mars 2011, le conflit a fait 280.000 morts. → Depuis le 15 mars 2011 = 2011-03-15 day
les 12, 13 et 14 juillet → les 12, 13 et 14 juillet = 2016-07-12..2016-07-14 days
de 1998 à 2005 → de 1998 à 2005 = 1998-01-01..2005-12-31 years
le 1er mai dernier → le 1er mai dernier = 2016-05-01 day
le mois dernier, en mai → le mois dernier = 2016-06-01..2016-06-30 relative_range; en mai = 2016-05-01..2016-05-31 month
En mai, fais ce qu'il te plaît → En mai = 2016-05-01..2016-05-31 month
Le G20 en 2017 → en 2017 = 2017-01-01..2017-12-31 year
Il a été élu en mai 2012. → en mai 2012 = 2012-05-01..2012-05-31 month
Mardi, un attentat a fait 20 morts. → Mardi = 2016-07-05 weekday
avant la fin de l'année → fin de l'année = 2016-09-01..2016-12-31 relative_range
à la fin du mois → à la fin du mois = 2016-07-21..2016-07-31 relative_range
en fin de semaine → en fin de semaine = 2016-07-09..2016-07-10 relative_range
en début de semaine prochaine → en début de semaine prochaine = 2016-07-11..2016-07-12 relative_range
cette semaine → cette semaine = 2016-07-04..2016-07-10 relative_range
dimanche 10 juillet → dimanche 10 juillet = 2016-07-10 day
"""

EN = """
He arrived on Wednesday. → on Wednesday = 2016-07-06 weekday
He left last Wednesday. → last Wednesday = 2016-06-29 weekday
They will meet on Friday. → on Friday = 2016-07-08 weekday_next
He told reporters Tuesday. → Tuesday = 2016-07-05 weekday
next Monday → next Monday = 2016-07-11 weekday_next
mid-May → mid-May = 2016-05-11..2016-05-20 month_part
early July → early July = 2016-07-01..2016-07-10 month_part
in the third quarter of 2015 → in the third quarter of 2015 = 2015-07-01..2015-09-30 year_part
fourth-quarter 2015 → fourth-quarter 2015 = 2015-10-01..2015-12-31 year_part
the first half of 2014 → the first half of 2014 = 2014-01-01..2014-06-30 year_part
since the Sept. 11 attacks → Sept. 11 = 2001-09-11 day
the September 11 terror attacks → September 11 = 2001-09-11 day
late 2015 → late 2015 = 2015-09-01..2015-12-31 year_part
in early 2016 → early 2016 = 2016-01-01..2016-04-30 year_part
mid-2015 → mid-2015 = 2015-05-01..2015-08-31 year_part
on July 4 → on July 4 = 2016-07-04 day
July 4, 2015 → July 4, 2015 = 2015-07-04 day
4 July 2016 → 4 July 2016 = 2016-07-04 day
on 4 July → on 4 July = 2016-07-04 day
the 4th of July → the 4th of July = 2016-07-04 day
July 8 and 9 → July 8 and 9 = 2016-07-08..2016-07-09 days
July 8-10 → July 8-10 = 2016-07-08..2016-07-10 days
from July 8 to 10 → from July 8 to 10 = 2016-07-08..2016-07-10 days
from June 28 to July 3 → from June 28 to July 3 = 2016-06-28..2016-07-03 days
8-10 July → 8-10 July = 2016-07-08..2016-07-10 days
yesterday → yesterday = 2016-07-05 relative
the day before yesterday → the day before yesterday = 2016-07-04 relative
today → today = 2016-07-06 relative
last week → last week = 2016-06-27..2016-07-03 relative_range
next month → next month = 2016-08-01..2016-08-31 relative_range
last year → last year = 2015-01-01..2015-12-31 relative_range
in 1998 → in 1998 = 1998-01-01..1998-12-31 year
in the spring of 2014 → in the spring of 2014 = 2014-03-01..2014-05-31 season
last summer → last summer = 2015-06-01..2015-08-31 season
this summer → this summer = 2016-06-01..2016-08-31 season
in March → in March = 2016-03-01..2016-03-31 month
in May 2011 → in May 2011 = 2011-05-01..2011-05-31 month
May 2011 saw snow → May 2011 = 2011-05-01..2011-05-31 month
In May the talks began → In May = 2016-05-01..2016-05-31 month
Three weeks ago → Three weeks ago = 2016-06-15 relative
ten years ago → ten years ago = 2006-01-01..2006-12-31 relative_range
in the 1990s → in the 1990s = 1990-01-01..1999-12-31 decade
the 1980s → the 1980s = 1980-01-01..1989-12-31 decade
since 2011 → since 2011 = 2011-01-01..2011-12-31 year
between 2010 and 2014 → between 2010 and 2014 = 2010-01-01..2014-12-31 years
from 2010 to 2014 → from 2010 to 2014 = 2010-01-01..2014-12-31 years
September 11, 2001 → September 11, 2001 = 2001-09-11 day
over the weekend → over the weekend = 2016-07-02..2016-07-03 relative_range
at the end of June → the end of June = 2016-06-21..2016-06-30 month_part
earlier this month → this month = 2016-07-01..2016-07-31 relative_range
late last year → late last year = 2015-09-01..2015-12-31 relative_range
2016-07-04 → 2016-07-04 = 2016-07-04 day
at 20:30 on Monday → on Monday = 2016-07-04 weekday
Jan. 5 → Jan. 5 = 2016-01-05 day
Sept. 21, 2015 → Sept. 21, 2015 = 2015-09-21 day
Monday, July 4, → Monday, July 4 = 2016-07-04 day
the August 2008 war → August 2008 = 2008-08-01..2008-08-31 month
The vote is scheduled for Thursday. → Thursday = 2016-07-07 weekday_next
Obama, who will leave office in January, said on Tuesday → in January = 2017-01-01..2017-01-31 month; on Tuesday = 2016-07-05 weekday
He said Monday he would go to Rome on Friday. → Monday = 2016-07-04 weekday; on Friday = 2016-07-08 weekday_next
at 3 pm Thursday → Thursday = 2016-06-30 weekday
It will be released on Friday. → on Friday = 2016-07-08 weekday_next
On Friday, ministers will meet. → On Friday = 2016-07-08 weekday_next
In 2015 the group sold 2000 cars. → In 2015 = 2015-01-01..2015-12-31 year
from Monday to Wednesday → from Monday to Wednesday = 2016-07-04..2016-07-06 weekdays
on the night of 15 July → 15 July = 2016-07-15 day
March 15 saw → March 15 = 2016-03-15 day
Mr March said on May 3 → on May 3 = 2016-05-03 day
on Mar 3, 2015 → on Mar 3, 2015 = 2015-03-03 day
He was born on 3 March 1950 in Oslo → on 3 March 1950 = 1950-03-03 day
She may visit in May or June. → in May = 2016-05-01..2016-05-31 month
by the end of the year → the end of the year = 2016-09-01..2016-12-31 relative_range
Sunday's match → Sunday = 2016-07-03 weekday
Tuesday night's game → Tuesday night = 2016-07-05 weekday
Oct. 31-Nov. 2 → Oct. 31-Nov. 2 = 2016-10-31..2016-11-02 days
last month's vote → last month = 2016-06-01..2016-06-30 relative_range
since last Friday → since last Friday = 2016-07-01 weekday
Thursday, July 7 → Thursday, July 7 = 2016-07-07 day
"""

ES = """
Llegó el miércoles. → el miércoles = 2016-07-06 weekday
el miércoles pasado → el miércoles pasado = 2016-06-29 weekday
el pasado miércoles → el pasado miércoles = 2016-06-29 weekday
el próximo lunes → el próximo lunes = 2016-07-11 weekday_next
el lunes próximo → el lunes próximo = 2016-07-11 weekday_next
Se reunirán el viernes. → el viernes = 2016-07-08 weekday_next
ayer → ayer = 2016-07-05 relative
anteayer → anteayer = 2016-07-04 relative
hoy → hoy = 2016-07-06 relative
mañana se reunirá → mañana = 2016-07-07 relative
pasado mañana → pasado mañana = 2016-07-08 relative
la semana pasada → la semana pasada = 2016-06-27..2016-07-03 relative_range
el mes próximo → el mes próximo = 2016-08-01..2016-08-31 relative_range
el próximo mes → el próximo mes = 2016-08-01..2016-08-31 relative_range
el 3 de mayo → el 3 de mayo = 2016-05-03 day
el 3 de mayo de 1998 → el 3 de mayo de 1998 = 1998-05-03 day
los días 8 y 9 de julio → los días 8 y 9 de julio = 2016-07-08..2016-07-09 days
del 8 al 10 de julio → del 8 al 10 de julio = 2016-07-08..2016-07-10 days
del 28 de junio al 3 de julio → del 28 de junio al 3 de julio = 2016-06-28..2016-07-03 days
a mediados de mayo → a mediados de mayo = 2016-05-11..2016-05-20 month_part
en el tercer trimestre de 2015 → en el tercer trimestre de 2015 = 2015-07-01..2015-09-30 year_part
los atentados del 11 de septiembre → del 11 de septiembre = 2001-09-11 day
a finales de 2015 → a finales de 2015 = 2015-09-01..2015-12-31 year_part
a principios de julio → a principios de julio = 2016-07-01..2016-07-10 month_part
en 1998 → en 1998 = 1998-01-01..1998-12-31 year
en marzo → en marzo = 2016-03-01..2016-03-31 month
en marzo de 2011 → en marzo de 2011 = 2011-03-01..2011-03-31 month
en la primavera de 2014 → en la primavera de 2014 = 2014-03-01..2014-05-31 season
el verano pasado → el verano pasado = 2015-06-01..2015-08-31 season
hace tres días → hace tres días = 2016-07-03 relative
hace dos semanas → hace dos semanas = 2016-06-22 relative
hace diez años → hace diez años = 2006-01-01..2006-12-31 relative_range
dentro de tres días → dentro de tres días = 2016-07-09 relative
el año pasado → el año pasado = 2015-01-01..2015-12-31 relative_range
en los años 90 → en los años 90 = 1990-01-01..1999-12-31 decade
el martes 5 de julio → el martes 5 de julio = 2016-07-05 day
desde 2011 → desde 2011 = 2011-01-01..2011-12-31 year
entre 2010 y 2014 → entre 2010 y 2014 = 2010-01-01..2014-12-31 years
este fin de semana → este fin de semana = 2016-07-09..2016-07-10 relative_range
el 1º de mayo → el 1º de mayo = 2016-05-01 day
el primero de mayo → el primero de mayo = 2016-05-01 day
El viernes, el presidente viajará a Roma. → El viernes = 2016-07-08 weekday_next
en la mañana del martes → del martes = 2016-07-05 weekday
El domingo habrá elecciones. → El domingo = 2016-07-10 weekday_next
el 20 de diciembre → el 20 de diciembre = 2015-12-20 day
a finales del año pasado → a finales del año pasado = 2015-09-01..2015-12-31 relative_range
la cumbre del 8 y 9 de julio → del 8 y 9 de julio = 2016-07-08..2016-07-09 days
entre el 8 y el 10 de julio → entre el 8 y el 10 de julio = 2016-07-08..2016-07-10 days
esta semana → esta semana = 2016-07-04..2016-07-10 relative_range
desde hace diez años → hace diez años = 2006-01-01..2006-12-31 relative_range
Anunció que mañana viajará → mañana = 2016-07-07 relative
10.000 soldados en 2015 → en 2015 = 2015-01-01..2015-12-31 year
el pasado 3 de mayo → el pasado 3 de mayo = 2016-05-03 day
el 4 de julio → el 4 de julio = 2016-07-04 day
el martes por la noche → el martes = 2016-07-05 weekday
"""

DE = """
Er kam am Mittwoch. → am Mittwoch = 2016-07-06 weekday
am vergangenen Freitag → am vergangenen Freitag = 2016-07-01 weekday
vergangenen Freitag → vergangenen Freitag = 2016-07-01 weekday
am kommenden Montag → am kommenden Montag = 2016-07-11 weekday_next
nächsten Montag → nächsten Montag = 2016-07-11 weekday_next
Sie wollen am Freitag verhandeln. → am Freitag = 2016-07-08 weekday_next
gestern → gestern = 2016-07-05 relative
vorgestern → vorgestern = 2016-07-04 relative
heute → heute = 2016-07-06 relative
morgen → morgen = 2016-07-07 relative
übermorgen → übermorgen = 2016-07-08 relative
voriges Jahr → voriges Jahr = 2015-01-01..2015-12-31 relative_range
vergangenes Jahr → vergangenes Jahr = 2015-01-01..2015-12-31 relative_range
letzte Woche → letzte Woche = 2016-06-27..2016-07-03 relative_range
kommende Woche → kommende Woche = 2016-07-11..2016-07-17 relative_range
nächsten Monat → nächsten Monat = 2016-08-01..2016-08-31 relative_range
im März → im März = 2016-03-01..2016-03-31 month
im März 2011 → im März 2011 = 2011-03-01..2011-03-31 month
Ende Juni → Ende Juni = 2016-06-21..2016-06-30 month_part
Mitte Mai → Mitte Mai = 2016-05-11..2016-05-20 month_part
im dritten Quartal 2015 → im dritten Quartal 2015 = 2015-07-01..2015-09-30 year_part
in der zweiten Jahreshälfte 2014 → in der zweiten Jahreshälfte 2014 = 2014-07-01..2014-12-31 year_part
die Anschläge vom 11. September → vom 11. September = 2001-09-11 day
Anfang 2016 → Anfang 2016 = 2016-01-01..2016-04-30 year_part
Ende 2015 → Ende 2015 = 2015-09-01..2015-12-31 year_part
Mitte 2015 → Mitte 2015 = 2015-05-01..2015-08-31 year_part
am 3. Mai → am 3. Mai = 2016-05-03 day
am 3. Mai 1998 → am 3. Mai 1998 = 1998-05-03 day
vom 8. bis 10. Juli → vom 8. bis 10. Juli = 2016-07-08..2016-07-10 days
vom 8. bis zum 10. Juli → vom 8. bis zum 10. Juli = 2016-07-08..2016-07-10 days
vom 28. Juni bis zum 3. Juli → vom 28. Juni bis zum 3. Juli = 2016-06-28..2016-07-03 days
am 8. und 9. Juli → am 8. und 9. Juli = 2016-07-08..2016-07-09 days
1998 wurde er gewählt → 1998 = 1998-01-01..1998-12-31 year
im Jahr 1998 → im Jahr 1998 = 1998-01-01..1998-12-31 year
im Jahre 1998 → im Jahre 1998 = 1998-01-01..1998-12-31 year
seit 2011 → seit 2011 = 2011-01-01..2011-12-31 year
im Frühjahr 2014 → im Frühjahr 2014 = 2014-03-01..2014-05-31 season
im vergangenen Sommer → im vergangenen Sommer = 2015-06-01..2015-08-31 season
vor drei Tagen → vor drei Tagen = 2016-07-03 relative
vor zwei Wochen → vor zwei Wochen = 2016-06-22 relative
vor zehn Jahren → vor zehn Jahren = 2006-01-01..2006-12-31 relative_range
in den 90er Jahren → in den 90er Jahren = 1990-01-01..1999-12-31 decade
in den 1990er-Jahren → in den 1990er-Jahren = 1990-01-01..1999-12-31 decade
am Wochenende → am Wochenende = 2016-07-02..2016-07-03 relative_range
am vergangenen Wochenende → am vergangenen Wochenende = 2016-07-02..2016-07-03 relative_range
am Montagabend → am Montagabend = 2016-07-04 weekday
am 03.05.1998 → 03.05.1998 = 1998-05-03 day
am Dienstag, dem 5. Juli → am Dienstag, dem 5. Juli = 2016-07-05 day
bis Ende Juli → bis Ende Juli = 2016-07-21..2016-07-31 month_part
Am Freitag wird der Präsident nach Rom reisen. → Am Freitag = 2016-07-08 weekday_next
Der Prozess beginnt am Montag. → am Montag = 2016-07-11 weekday_next
Er sagte am Dienstag, man werde am Freitag verhandeln. → am Dienstag = 2016-07-05 weekday; am Freitag = 2016-07-08 weekday_next
im Jahr 2000 → im Jahr 2000 = 2000-01-01..2000-12-31 year
seit 2008 → seit 2008 = 2008-01-01..2008-12-31 year
Ende vergangenen Jahres → Ende vergangenen Jahres = 2015-09-01..2015-12-31 relative_range
Anfang nächster Woche → Anfang nächster Woche = 2016-07-11..2016-07-12 relative_range
bis Ende des Jahres → bis Ende des Jahres = 2016-09-01..2016-12-31 relative_range
in der Nacht zum Mittwoch → zum Mittwoch = 2016-07-06 weekday
von Montag bis Mittwoch → von Montag bis Mittwoch = 2016-07-04..2016-07-06 weekdays
im Mai dieses Jahres → im Mai dieses Jahres = 2016-05-01..2016-05-31 month
am 3. Oktober 1990 → am 3. Oktober 1990 = 1990-10-03 day
Samstag, 9. Juli → Samstag, 9. Juli = 2016-07-09 day
vor 20 Jahren → vor 20 Jahren = 1996-01-01..1996-12-31 relative_range
in den 70er Jahren → in den 70er Jahren = 1970-01-01..1979-12-31 decade
am Morgen des 3. Mai → 3. Mai = 2016-05-03 day
im Winter 2014/15 → im Winter 2014/15 = 2014-12-01..2015-02-28 season
in drei Tagen wird → in drei Tagen = 2016-07-09 relative
Er wurde 1998 gewählt. → 1998 = 1998-01-01..1998-12-31 year
Bis heute → heute = 2016-07-06 relative
"""

NONE = {
    "fr": [
        "la sonde a atteint Mars en sept mois",
        "une mission vers Mars",
        "les 20 000 manifestants",
        "il a couru 20 km en 2h10",
        "Samedi Soir est une association.",
        "la place du 8-Mai-1945",
        "le 31 juin",
        "au premier trimestre",
        "le XXIe siècle",
        "Il était 20H30",
        "à la mi-journée",
        "AFP 061830 JUL 16",
        "Mars est une planète",
        "Les Soldats de mars",
        "rue du 4-Septembre",
        "Le 14-Juillet",
    ],
    "en": [
        "He may go.",
        "He may 20 times",
        "Theresa May said",
        "They march 20 miles",
        "Mars rover",
        "the Sun shone",
        "in three days",
        "in 2,000 homes",
        "Black Friday sales",
        "Good Friday",
        "June 31",
        "the 2008 crisis",
        "during the 2016 campaign",
        "the 19th century",
        "May Day",
        "in the last week of June",
        "weekend",
        "Over the next 10 days",
        "the day after",
    ],
    "es": [
        "por la mañana",
        "el mar Mediterráneo",
        "Santo Domingo",
        "los 20 de la lista",
        "mar de fondo",
    ],
    "de": [
        "am Morgen",
        "in drei Tagen",
        "Herr Montag sagte",
        "Jan Müller sagte",
        "2000 Menschen kamen",
        "der 1. FC Köln",
        "vor Jahren",
        "die 68er",
        "Jan Mai August",
        "zum Jahreswechsel 2015/16",
    ],
}
