package answer

// synonymGroups are words that people and documents use for much the same, in
// talk about work; a group a line: of people, companies, what is done at work,
// careers, character, and the rest. A word may stand in several.
const synonymGroups = `
developer engineer programmer coder
boss manager supervisor superior
customer client user consumer
worker employee staff personnel
newcomer newbie joiner starter beginner
doctor physician

company organization firm employer enterprise corporation startup
team group crew squad

accountable answerable blame responsible liable
collaborate cooperate partner liaise
cooperation collaboration
help assist support
build create make develop produce
fix solve resolve address
improve enhance optimize better
analyze examine assess evaluate study
test check verify exam examination quiz
launch release rollout introduce introduction
research survey investigate
begin start initiate
lead head direct run
own owner ownership responsible
talk communicate speak discuss
teach train educate coach mentor
write author draft document
decide determine depend
explain describe
convince persuade persuasive
monitor track
meeting conference
feedback opinion review
plan roadmap
backlog queue
metric kpi indicator measure
deadline milestone
strategy strategic
tactical operational
vision mission
goal objective aim target
rule regulation law legal legislation compliance regulatory
limitation constraint restriction limit
risk danger hazard drawback downside threat
trouble problem issue difficulty challenge
mistake error
accident incident
duty responsibility task chore
answer respond reply
stress pressure panic

profession occupation professional
skill ability competence competency capability talent
knowledge expertise understanding
learn study
degree diploma education qualification background
certificate certification certified credential licence license
course program programme training class
university college school
grow growth
hire recruit employ
fire dismiss
success hit win
success successful succeed
fail failure flop bomb
pay salary compensation wage earnings income remuneration
bonus extra perk goodies supplement allowance premium
stock share equity option
benefit advantage upside plus gain
money finance financial budget
minimum least
maximum most

smart intellectual clever intelligent bookish
smart connected
curious inquisitive
calm patient
outgoing extroverted sociable
shy introverted introspective reserved quiet
happy satisfied satisfaction

small little tiny
big large huge
buy purchase acquire
important essential crucial vital key critical necessary
need require must necessary
new recent emerging modern
remote distributed telecommute home
shift rota schedule roster watch
phone call telephone
car vehicle
ship vessel boat
quick fast rapid
city town
device gadget appliance hardware
fridge device
wearable device
security protection
threat attack
ordinary traditional general regular
difference distinction
promote promotion advance
travel trip
holiday vacation leave
free time leisure
food meal
lodging accommodation housing
gear equipment tool kit
language english
dangerous risky hazardous
age old
allow permit
forbid prohibit
sell sales
advertise marketing promote
design designer ux
data information
cloud hosting
ai artificial intelligence
ml machine
iot internet
app application
website web
subscription subscribe
`
