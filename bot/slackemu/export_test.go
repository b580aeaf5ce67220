package slackemu

// What the tests reach beside the exported API: the pure parts, without a
// server.

// CheckBlocks is Slack's verdict on the blocks of a message; "" is ok.
func CheckBlocks(raw string) (code string, messages []string) {
	_, wrong := checkMessageBlocks(raw)
	return verdict(wrong)
}

// CheckView is Slack's verdict on a view.
func CheckView(raw, kind string) (code string, messages []string) {
	_, _, wrong := checkView(raw, kind)
	return verdict(wrong)
}

func verdict(wrong *apiError) (string, []string) {
	if wrong == nil {
		return "", nil
	}
	return wrong.code, wrong.messages
}

// PingsOf are the pings of a text and blocks.
func PingsOf(text, blocks string) []string {
	return pings(text, decodeBlocks([]byte(blocks)), nil, false)
}
