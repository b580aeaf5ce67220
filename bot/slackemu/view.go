package slackemu

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"careeradvisor/bot/slackemu/blockkit"
)

// View is a copy of a modal or a Home tab as it was when asked for.
type View struct {
	ID, Hash, User     string
	Type               string // "modal" or "home"
	CallbackID         string
	Title, SubmitText  string
	PrivateMetadata    string
	RootID, PreviousID string
	Blocks             json.RawMessage   // normalised
	Errors             map[string]string // block_id -> text, after response_action errors
	NotifyOnClose      bool
}

// Plain returns what a person reads in the view: title, blocks, errors, button.
func (v View) Plain() string {
	var lines []string
	for _, line := range []string{v.Title, blockkit.Plain(blockkit.Blocks(v.Blocks))} {
		if line != "" {
			lines = append(lines, line)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(v.Errors)) {
		lines = append(lines, "! "+v.Errors[id])
	}
	if v.SubmitText != "" {
		lines = append(lines, "["+v.SubmitText+"]")
	}
	return strings.Join(lines, "\n")
}

// view is a View as the workspace stores it, with what the bot sent and what the
// person entered.
type view struct {
	View
	sent    object // title, submit, close as sent
	choices blockkit.Choices
}

// desk holds the views people have open and the ways in which the bot may reach
// them.
type desk struct {
	*wire
	modals    map[string][]*view // by user, the top one last
	homes     map[string]*view   // by user
	triggers  map[string]*trigger
	responses map[string]*response
	notices   []Notice
}

// identify gives blocks IDs.
func (s *desk) identify(blocks []any) json.RawMessage { return blockkit.Identify(blocks, s.shortID) }

// wireView returns the view as the Web API and interactions show it.
func (s *desk) wireView(v *view) object {
	o := object{
		"id": v.ID, "team_id": teamID, "type": v.Type, "blocks": json.RawMessage("[]"), "private_metadata": v.PrivateMetadata,
		"callback_id": v.CallbackID, "external_id": "", "hash": v.Hash, "state": blockkit.State(blockkit.Blocks(v.Blocks), v.choices),
		"clear_on_close": false, "notify_on_close": v.NotifyOnClose, "root_view_id": v.RootID,
		"previous_view_id": nil, "app_id": appID, "app_installed_team_id": teamID, "bot_id": botID,
	}
	if v.Blocks != nil {
		o["blocks"] = v.Blocks
	}
	if v.PreviousID != "" {
		o["previous_view_id"] = v.PreviousID
	}
	return with(v.sent, o)
}

func (s *desk) newView(kind, userID string) *view {
	v := &view{choices: blockkit.Choices{}}
	v.ID, v.User, v.Type = s.numbered("V%08d"), userID, kind
	v.RootID = v.ID
	return v
}

// fillView puts what the bot sent into a view and gives it a new hash, or says what is
// wrong. Input is kept where block_id and action_id stay the same. Callers hold s.mu.
func (s *desk) fillView(v *view, raw string) *apiError {
	sent, blocks, refused := s.opts.Law.View(raw, v.Type)
	if refused != nil {
		return refusal(refused)
	}
	v.Blocks = s.identify(blocks)
	v.CallbackID, v.PrivateMetadata = blockkit.Text(sent, "callback_id"), blockkit.Text(sent, "private_metadata")
	v.Title, v.SubmitText = blockkit.Text(sent, "title", "text"), blockkit.Text(sent, "submit", "text")
	v.NotifyOnClose = sent["notify_on_close"] == true
	v.Errors = nil
	s.touchDesks()
	v.sent = object{"title": sent["title"], "submit": sent["submit"], "close": sent["close"]}
	v.Hash = s.numbered(fmt.Sprint(s.now().Unix()) + ".%08d")
	return nil
}
