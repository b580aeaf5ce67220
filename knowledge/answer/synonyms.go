package answer

// synonymGroups are words that people and documents use for much the same, in
// talk about work; a group a line.
const synonymGroups = `
company organization firm employer enterprise corporation startup
small little tiny
big large huge
team group crew squad
collaborate cooperate partner liaise
developer engineer programmer coder
customer client user consumer
boss manager supervisor superior
help assist support
build create make develop produce
buy purchase acquire
risk danger hazard drawback downside threat
benefit advantage upside plus gain
important essential crucial vital key critical necessary
need require must necessary
goal objective aim target
skill ability competence competency capability talent
knowledge expertise understanding
fix solve resolve address
improve enhance optimize better
new recent emerging modern
analyze examine assess evaluate study
pay salary compensation wage earnings income remuneration
bonus extra perk goodies supplement allowance premium
stock share equity option
outgoing extroverted sociable
shy introverted introspective reserved quiet
smart intellectual clever intelligent bookish
curious inquisitive
calm patient
fail failure flop bomb
success hit win
accountable answerable blame responsible liable
success successful succeed
limitation constraint restriction limit
rule regulation law legal legislation compliance regulatory
test check verify exam examination quiz
launch release rollout introduce introduction
research survey investigate
begin start initiate
write author draft document
lead head direct run
own owner ownership responsible
talk communicate speak discuss
teach train educate coach mentor
stress pressure panic
remote distributed telecommute home
shift rota schedule roster watch
phone call telephone
car vehicle
ship vessel boat
doctor physician
learn study
quick fast rapid
happy satisfied satisfaction
worker employee staff personnel
hire recruit employ
fire dismiss
duty responsibility task chore
profession occupation professional
city town
device gadget appliance hardware
smart connected
fridge device
wearable device
security protection
threat attack
meeting conference
feedback opinion review
money finance financial budget
ordinary traditional general regular
difference distinction
convince persuade persuasive
cooperation collaboration
trouble problem issue difficulty challenge
answer respond reply
grow growth
promote promotion advance
certificate certification certified credential licence license
degree diploma education qualification background
university college school
course program programme training class
travel trip
holiday vacation leave
free time leisure
food meal
lodging accommodation housing
gear equipment tool kit
newcomer newbie joiner starter beginner
accident incident
language english
dangerous risky hazardous
age old
minimum least
maximum most
allow permit
forbid prohibit
decide determine depend
explain describe
sell sales
advertise marketing promote
design designer ux
mistake error
strategy strategic
tactical operational
vision mission
deadline milestone
plan roadmap
backlog queue
metric kpi indicator measure
monitor track
data information
cloud hosting
ai artificial intelligence
ml machine
iot internet
app application
website web
subscription subscribe
`
