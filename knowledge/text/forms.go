package text

import "strings"

// Base returns the base form of an irregular word in lower case, which a stemmer cannot
// know; it returns any other word unchanged.
func Base(w string) string {
	if b, ok := bases[w]; ok {
		return b
	}
	return w
}

var bases = forms(`
	bad worse worst, big bigger biggest, broad broader broadest, close closer closest, deep deeper deepest, early earlier earliest,
	easy easier easiest, fast faster fastest, good better best, great greater greatest, hard harder hardest, high higher highest,
	large larger largest, late later latest, long longer longest, low lower lowest, new newer newest, old older oldest,
	short shorter shortest, small smaller smallest, strong stronger strongest, young younger youngest,
	become became, begin began begun, bring brought, build built, buy bought, choose chose chosen, drive drove driven, find found,
	get got gotten, give gave given, go went gone, grow grew grown, hold held, keep kept, know knew known, lead led, lose lost,
	meet met, pay paid, see saw seen, sell sold, send sent, speak spoke spoken, spend spent, take took taken, teach taught,
	think thought, understand understood, win won, write wrote written,
	analysis analyses, child children, criterion criteria, foot feet, life lives, man men, person people, wife wives, woman women,
	company companies co corp corporation corporations firm firms, organization organisation organizations organisations org orgs,
	university universities uni unis
`)

// ownStem keeps apart words that the stemmer would merge: "personality" is not "person", and
// "marketing" is not the "market".
var ownStem = map[string]string{
	"experiment": "experiment", "experiments": "experiment",
	"generally": "generally", "international": "international",
	"marketing": "marketing", "marketer": "marketing", "marketers": "marketing",
	"personality": "personality", "personalities": "personality",
	"policy": "policy", "policies": "policy",
	"seniority": "seniority",
	"stress":    "stressful", "stressed": "stressful", "stressful": "stressful", // what is stressful stresses nothing
	"universe": "universe",
	"wage":     "wage", "wages": "wage",
}

// forms reads lines of a word and its forms, separated by commas.
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
