package answer

import "careeradvisor/knowledge/text"

// asksWhoIsAbove finds the words by which a question asks who directs a role, as in
// "who tells the TPM what to do" and "who is a TPM supervised by". Only their order
// tells: "who leads the TPM?" does not ask what the TPM leads.
func (e *Engine) asksWhoIsAbove(ws []text.Word) []text.Word {
	for i := 0; i+2 < len(ws); i++ {
		if ws[i].Text != "who" {
			continue
		}
		at := i + 1
		if modals[ws[at].Text] {
			at++
		}
		_, after, ok := e.roleFrom(ws[at+1:])
		switch verb := ws[at]; {
		case !ok:
		case directing[verb.Stem] && (e.sayLittle(after) || after[0].Text == "what"):
			return append([]text.Word{verb}, after...)
		case isOrAre[verb.Text] && len(after) > 1 && directing[after[0].Stem] && after[1].Text == "by":
			return after[:2]
		}
	}
	return nil
}

// directing are the stems of verbs for what those do who are above somebody.
var directing = text.StemSet(text.Set("manage lead led direct supervise oversee oversees overseen tell instruct"))
