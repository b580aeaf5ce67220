package answer

import "strings"

// synonymGroups are words that people and documents use for much the same, in
// talk about work; a group a line.
const synonymGroups = `
company organization firm employer enterprise corporation business
small little tiny
big large huge
team group crew squad
collaborate cooperate partner liaise
developer engineer programmer
customer client user consumer
boss manager supervisor
help assist support benefit
build create make develop
buy purchase acquire
risk danger hazard drawback downside
benefit advantage upside plus
important essential crucial vital key critical
need require must
goal objective aim target
skill ability competence competency
knowledge expertise understanding
fix solve resolve address
improve enhance optimize better
new recent emerging modern
analyze examine assess evaluate study
money pay salary compensation
outgoing extroverted sociable
smart intellectual clever intelligent
curious inquisitive
calm patient
fail failure flop
success successful succeed
limitation constraint restriction limit
rule regulation law legislation compliance
test check verify
launch release rollout introduce
research survey investigate
begin start initiate
write author draft document
lead head direct run
talk communicate speak discuss
teach train educate coach
stress pressure
remote distributed telecommute wfh
house home
shift rota schedule
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
duty responsibility task
profession occupation career professional
city town
device gadget appliance
security protection
threat attack
feedback opinion review
money finance financial budget
`

func newSynonyms(groups string) map[string][]string {
	m := map[string][]string{}
	for _, line := range strings.Split(groups, "\n") {
		ss := stemText(line)
		for i, a := range ss {
			for j, b := range ss {
				if i != j && a != b {
					m[a] = append(m[a], b)
				}
			}
		}
	}
	return m
}

func (e *Engine) knowsAny(stems []string) bool {
	for _, s := range stems {
		if e.c.knows(s) {
			return true
		}
	}
	return false
}

// alikeShare is what a synonym counts of the word itself.
const alikeShare = 0.6

// shareIn is how much of a term stands in a set of stems: all of it, or what a
// synonym is worth, or nothing.
func (t *term) shareIn(has map[string]bool) float64 {
	if has[t.stem] {
		return 1
	}
	for _, s := range t.alike {
		if has[s] {
			return alikeShare
		}
	}
	return 0
}
