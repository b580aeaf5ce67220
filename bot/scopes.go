package bot

import (
	"slices"
	"strings"
)

// Scopes are what the app has to be granted, in alphabetical order: those of the
// surfaces, and those of what the bot does.
func Scopes() []string {
	return set(append(required(), "assistant:write", "users:read"))
}

// required are the scopes without which something does not work: all but those that
// let the bot suggest questions in its messages, and CheckIDs know who exists.
func required() []string {
	all := []string{"chat:write", "reactions:write"}
	for _, r := range new(Bot).routes() {
		all = append(all, strings.Fields(r.scope)...)
	}
	return set(all)
}

// Events are what the app has to subscribe to, in alphabetical order: the test of the
// app's manifest holds it to them.
func Events() []string {
	var all []string
	for _, r := range new(Bot).routes() {
		all = append(all, r.event)
	}
	return set(all)
}

// Shortcuts are the callback IDs of the app's shortcuts, for the same test.
func Shortcuts() []string {
	var all []string
	for _, r := range new(Bot).routes() {
		if id, ok := strings.CutPrefix(r.kind, "shortcut "); ok {
			all = append(all, id)
		}
	}
	return set(all)
}

// set is all that is not empty, sorted and each once.
func set(all []string) []string {
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(s string) bool { return s == "" })
}
