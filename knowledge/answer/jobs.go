package answer

import "strings"

// jobNouns are the nouns with which names of jobs end. They tell that "engineering
// manager" is a job, so that the advisor can say that it does not know that one.
var jobNouns = set(`manager engineer developer designer analyst scientist owner director officer lead leader architect
consultant accountant lawyer attorney nurse doctor physician teacher pilot keeper captain sailor recruiter marketer
writer editor administrator technician specialist coordinator assistant researcher salesperson representative executive
chef cook driver electrician plumber mechanic therapist pharmacist dentist surgeon banker trader broker auditor actuary
economist statistician journalist reporter photographer artist musician actor athlete coach trainer tutor professor
lecturer librarian translator interpreter firefighter policeman policewoman soldier guard tester programmer coder founder
entrepreneur master advisor strategist planner buyer supervisor inspector operator clerk secretary receptionist
psychologist counsellor counselor veterinarian paramedic midwife carpenter welder painter builder surveyor farmer gardener
forester ranger fisherman baker butcher tailor hairdresser barber waiter bartender steward stewardess animator producer
curator conservator archaeologist historian geologist biologist chemist physicist mathematician astronomer meteorologist
controller dispatcher judge prosecutor paralegal notary detective investigator agent intern apprentice principal dean
president partner associate evangelist advocate liaison facilitator moderator pm`)

// isJobNoun tells whether a word, in singular or plural, ends names of jobs.
func isJobNoun(w string) bool {
	return jobNouns[w] || jobNouns[singular(w)]
}

// singular is the singular of a regular plural.
func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "ches"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "men"):
		return w[:len(w)-2] + "an"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:len(w)-1]
	}
	return w
}

// plainQualifiers say "just that job": the "traditional product manager" of a
// comparison is the product manager.
var plainQualifiers = set("traditional general ordinary regular typical standard normal usual conventional plain common classic average nontechnical")

// isRank tells the stem of a word that sets a level: in "mid level" the level is
// named, not asked for.
func isRank(stem string) bool { return rankStems[stem] }

var rankStems = func() map[string]bool {
	m := map[string]bool{}
	for w := range ranks {
		m[stem(w)] = true
	}
	return m
}()

// ranks are words before a job's name that set its level, not another job.
var ranks = set("senior junior mid level mid-level lead principal chief head entry staff associate assistant aspiring future new experienced good great successful specialised specialized skilled qualified certified")
