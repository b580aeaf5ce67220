package answer

import (
	"regexp"
	"strings"
)

// The headings and sentences that speak of what interviewers ask about.
var (
	// proceduralHeading matches headings under which stands how an interview goes
	// about, not what is asked.
	proceduralHeading = regexp.MustCompile(`(?i)\b(process|stages?|rounds?|format|schedule|logistics|timeline|dress|what to wear|what to bring|` +
		`before the|after the|on the day|length|how long|mistakes?|feedback|follow[- ]?up|offer)\b`)

	// cues match words behind which stands what interviewers ask about or look for.
	cues = regexp.MustCompile(`(?i)\b(?:` + strings.Join([]string{
		`(?:ready|prepared?|expect|able|asked|likely|want|wants) (?:you )?to (?:be asked about|discuss|explain|describe|talk about|speak about|` +
			`answer questions (?:about|on)|walk (?:\w+ ){0,2}through|show|demonstrate|present|outline|tell (?:\w+ )?about)`,
		`(?:demonstrate|show|showcase|display|highlight|emphasi[sz]e|convey|prove)(?: evidence of| proof of| that you have)?`,
		`questions? (?:about|on|regarding|around|concerning|covering|related to)`,
		`(?:ask|asks|asked|quiz|quizzed|grill|grilled|tested|probed|examined) (?:you |candidates |applicants |them )?(?:about|on|for|regarding)`,
	}, "|") + `)\b:?`)

	// lookers match the same behind somebody who interviews.
	lookers = regexp.MustCompile(`(?i)\b(?:interviews?|interviewers?|panels?|hiring managers?|recruiters?|employers?|they|questions|conversations?|discussions?)\b` +
		`[^.,;:]{0,40}?\b(?:looks? (?:out )?for|looking for|listens? for|wants? to (?:see|hear about|hear|know about)|cares? about|` +
		`(?:is|are) interested in|assess(?:es)?|evaluates?|judges?|values?|probes?|tests?|explores?|covers?|focus(?:es)? on|` +
		`(?:centres?|centers?) on|revolves? around|touch(?:es)? on|turns? on)\b:?`)

	// kinds match what is enumerated: "Soft skills that count in the interview
	// include …". What stands before is the name of the kind.
	kindsNamed = regexp.MustCompile(`(?i)^(?:(?:the|some|other|further|typical|common|usual|frequent|main|key) )*` +
		`((?:[\pL-]+ ){0,3}?(?:skills|qualities|topics|areas|questions|subjects|themes|competenc(?:e|i)es|traits|strengths))\b[^.,;:]{0,60}?` +
		`\b(?:include|are|are about|come from|range from)\b:?`)

	// interviewWord matches a sentence that names interviews.
	interviewWord = regexp.MustCompile(`(?i)\binterview`)

	// quoted matches a question in quotes.
	quoted = regexp.MustCompile(`[“"]([^”"“]{8,160}\?)[”"]`)
)

// readSentences takes what the sentences of a passage say that interviewers ask
// about; on tells that the passage stands under a heading on interviews, so that a
// sentence need not name them. It reports whether there was anything.
func (f *areaFinder) readSentences(p *passage, on bool) bool {
	some := false
	for i := range p.units {
		text := p.units[i].text
		if !on && !interviewWord.MatchString(text) {
			continue
		}
		q := quote{p: p, unit: i}
		for _, m := range quoted.FindAllStringSubmatch(text, -1) {
			f.add(strings.TrimSuffix(m[1], "?"), m[1], q)
			some = true
		}
		if quoted.MatchString(text) || strings.HasSuffix(text, "?") || denied.MatchString(text) {
			continue
		}
		if f.readCues(text, q) {
			some = true
		}
	}
	return some
}

// denied matches sentences that say what interviewers do not ask about.
var denied = regexp.MustCompile(`(?i)\b(not|never|n['’]t|rarely|seldom|hardly|no) (?:\w+ ){0,2}?(?:ask|asked|expect|look|test|tested|show|demonstrate|questions|need|have|cover|care)`)

// readCues takes what stands behind each cue of a sentence, up to the next.
func (f *areaFinder) readCues(text string, q quote) bool {
	if at := kindsNamed.FindStringSubmatchIndex(text); at != nil {
		names, _ := enumerate(text[at[1]:])
		if len(names) > 1 {
			f.drop(text[at[2]:at[3]])
			f.addAll(names, q)
			return true
		}
	}
	at := cues.FindAllStringIndex(text, -1)
	if len(at) == 0 {
		if at = lookers.FindAllStringIndex(text, -1); len(at) == 0 {
			return false
		}
	}
	some := false
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		names, umbrella := enumerate(text[m[1]:end])
		f.drop(umbrella)
		f.addAll(names, q)
		some = some || len(names) > 0
	}
	return some
}

func (f *areaFinder) addAll(names []string, q quote) {
	for _, n := range names {
		f.add(n, "", q)
	}
}
