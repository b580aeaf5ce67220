package answer

import "strings"

// base maps irregular forms to the word they are forms of, for what a stemmer
// cannot know.
var base = forms(`small smaller smallest, large larger largest, high higher highest, low lower lowest, big bigger biggest,
great greater greatest, new newer newest, old older oldest, young younger youngest, fast faster fastest, deep deeper deepest,
broad broader broadest, close closer closest, strong stronger strongest, long longer longest, short shorter shortest,
hard harder hardest, easy easier easiest, early earlier earliest, late later latest, good better best, bad worse worst,
spend spent, pay paid, teach taught, lead led, build built, sell sold, write wrote written, understand understood, hold held,
meet met, keep kept, grow grew grown, know knew known, choose chose chosen, begin began begun, become became, speak spoke spoken,
take took taken, give gave given, drive drove driven, think thought, bring brought, buy bought, get got gotten, see saw seen,
go went gone, find found, send sent, lose lost, win won, person people, child children, man men, woman women, foot feet,
analysis analyses, criterion criteria, life lives, wife wives, company companies co corp corporation corporations firm firms,
organization organisation organizations organisations org orgs, university universities uni unis`)

// ownStem keeps words apart that the stemmer would make one: "personality" is not
// "person", and "marketing" is not the "market".
var ownStem = map[string]string{
	"personality": "personality", "personalities": "personality", "marketing": "marketing", "marketer": "marketing", "marketers": "marketing",
	"experiment": "experiment", "experiments": "experiment", "universe": "universe", "policy": "policy", "policies": "policy",
	"generally": "generally", "international": "international", "seniority": "seniority", "wages": "wage", "wage": "wage",
}

func forms(s string) map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(s, ",") {
		ws := strings.Fields(line)
		for _, w := range ws[1:] {
			m[w] = ws[0]
		}
	}
	return m
}
