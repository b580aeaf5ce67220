package answer

// asksWhoIsAbove finds the words by which a question asks who directs a role, as in
// "who tells the TPM what to do" and "who is a TPM supervised by". Only their order
// tells: "who leads the TPM?" does not ask what the TPM leads.
func (e *Engine) asksWhoIsAbove(ws []word) []word {
	for i := 0; i+2 < len(ws); i++ {
		if ws[i].text != "who" {
			continue
		}
		at := i + 1
		if modals[ws[at].text] {
			at++
		}
		_, after, ok := e.roleFrom(ws[at+1:])
		switch verb := ws[at]; {
		case !ok:
		case directing[verb.stem] && (e.sayLittle(after) || after[0].text == "what"):
			return append([]word{verb}, after...)
		case isOrAre[verb.text] && len(after) > 1 && directing[after[0].stem] && after[1].text == "by":
			return after[:2]
		}
	}
	return nil
}

// directing are the stems of verbs for what those do who are above somebody.
var directing = stemsIn(set("manage lead led direct supervise oversee oversees overseen tell instruct"))
