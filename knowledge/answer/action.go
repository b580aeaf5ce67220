package answer

import "careeradvisor/knowledge/text"

// wantsAction tells a message that asks for a deed: "write me …", "can you book a …".
func wantsAction(ws []text.Word) bool {
	i := 0
	for i < len(ws) && politeOpen[ws[i].Text] {
		i++
	}
	if i+1 >= len(ws) || !actions[ws[i].Text] {
		return false
	}
	next := ws[i+1].Text
	return text.IsArticle(next) || objects[next]
}

// actions are verbs that ask the advisor to do something, which it cannot: it only
// says what documents say.
var actions = text.Set(`
	act book buy calculate call cancel compose convert delete draft draw email execute fix forget generate ignore install
	open order play pretend prescribe print remind reset reveal run schedule send simulate sing solve translate write
`)

// politeOpen are words that may stand before the verb of a demand.
var politeOpen = text.Set("please kindly just now can could would will you i want need like to the advisor bot hey hi so ok okay")

// objects are words, besides articles, with which the object of a demand begins.
var objects = text.Set("me us you my your this that all")
