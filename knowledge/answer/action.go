package answer

// actions are verbs that ask the advisor to do something, which it cannot: it only
// says what documents say.
var actions = set("book write send translate generate draft schedule order play sing draw calculate solve prescribe reset cancel remind call email pretend ignore forget reveal act simulate compose convert delete install fix open run execute print buy")

var politeOpen = set("please can could would will you kindly now just hey hi ok okay so i want need like to the advisor bot")

// wantsAction tells a message that asks for a deed: "write me …", "can you book a …".
func wantsAction(ws []word) bool {
	i := 0
	for i < len(ws) && politeOpen[ws[i].text] {
		i++
	}
	if i+1 >= len(ws) || !actions[ws[i].text] {
		return false
	}
	next := ws[i+1].text
	return articles[next] || next == "me" || next == "us" || next == "my" || next == "your" || next == "all" || next == "you" || next == "that" || next == "this"
}
