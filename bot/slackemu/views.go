package slackemu

import (
	"slices"

	"careeradvisor/bot/slackemu/blockkit"
)

// maxStack allows a root modal and two on top of it.
const maxStack = 3

func (s *webAPI) openView(a args) (object, *apiError) {
	t, wrong := s.exchange(a)
	if wrong != nil {
		return nil, wrong
	}
	v, wrong := s.newView(a.get("view"), "modal", t.user)
	if wrong != nil {
		return nil, wrong
	}
	t.used = true
	s.modals[t.user] = []*view{v}
	s.touchDesks()
	return object{"view": s.wireView(v)}, nil
}

func (s *webAPI) pushView(a args) (object, *apiError) {
	t, wrong := s.exchange(a)
	if wrong != nil {
		return nil, wrong
	}
	v, wrong := s.push(a.get("view"), t.user)
	if wrong != nil {
		return nil, wrong
	}
	t.used = true
	return object{"view": s.wireView(v)}, nil
}

// push opens a modal on top of those that are open. Callers hold s.mu.
func (s *desk) push(raw, userID string) (*view, *apiError) {
	stack := s.modals[userID]
	switch {
	case len(stack) == 0:
		return nil, fail("not_found")
	case len(stack) >= maxStack:
		return nil, fail("push_limit_reached")
	}
	v, wrong := s.newView(raw, "modal", userID)
	if wrong != nil {
		return nil, wrong
	}
	v.RootID, v.PreviousID = stack[0].ID, stack[len(stack)-1].ID
	s.modals[userID] = append(stack, v)
	s.touchDesks()
	return v, nil
}

func (s *desk) replaceView(v *view, raw string) *apiError {
	sent, blocks, refused := s.opts.Law.View(raw, v.Type)
	if refused == nil {
		s.fillView(v, sent, blocks)
	}
	return refusal(refused)
}

func (s *webAPI) publishView(a args) (object, *apiError) {
	u := s.user(a.get("user_id"))
	if u == nil || u.IsBot {
		return nil, fail("invalid_arguments", blockkit.Problem("/user_id", "must be a user"))
	}
	home := s.homes[u.ID]
	if hash := a.get("hash"); hash != "" && (home == nil || hash != home.Hash) {
		return nil, fail("hash_conflict")
	}
	if home != nil {
		if wrong := s.replaceView(home, a.get("view")); wrong != nil {
			return nil, wrong
		}
		return object{"view": s.wireView(home)}, nil
	}
	home, wrong := s.newView(a.get("view"), "home", u.ID)
	if wrong != nil {
		return nil, wrong
	}
	s.homes[u.ID] = home
	s.touchDesks()
	return object{"view": s.wireView(home)}, nil
}

// findView finds an open view, or nil. Callers hold s.mu.
func (s *desk) findView(id string) *view {
	for _, stack := range s.modals {
		if at := slices.IndexFunc(stack, func(v *view) bool { return v.ID == id }); at >= 0 {
			return stack[at]
		}
	}
	for _, v := range s.homes {
		if v.ID == id {
			return v
		}
	}
	return nil
}

// submitted does what the ack of a view_submission asks for. Callers hold s.mu.
func (s *desk) submitted(v *view, e *envelope) {
	answer, _ := blockkit.Decode(string(e.Response))
	o, _ := answer.(object)
	stack := s.modals[v.User]
	at := slices.Index(stack, v)
	s.touchDesks()
	var wrong *apiError
	switch action := blockkit.Text(o, "response_action"); {
	case at < 0: // closed meanwhile
	case action == "" && len(o) == 0:
		s.modals[v.User] = stack[:at]
	case action == "clear":
		s.modals[v.User] = nil
	case action == "errors":
		wrong = v.showErrors(o)
	case action == "update":
		wrong = s.replaceView(v, string(blockkit.Encode(o["view"])))
	case action == "push":
		_, wrong = s.push(string(blockkit.Encode(o["view"])), v.User)
	default:
		wrong = fail("invalid_response_action")
	}
	if wrong != nil {
		s.notice(v.User, "trouble_connecting", "We had some trouble connecting. Try again? ("+wrong.Error()+")", e.ID)
	}
}

// showErrors shows errors at their input blocks; Slack rejects any other block.
func (v *view) showErrors(o object) *apiError {
	errors, _ := o["errors"].(object)
	shown, blocks := map[string]string{}, blockkit.Blocks(v.Blocks)
	for id := range errors {
		if !blockkit.HasInput(blocks, id) {
			return fail("invalid_errors", "no input block "+id)
		}
		shown[id] = blockkit.Text(errors, id)
	}
	if len(shown) == 0 {
		return fail("invalid_errors")
	}
	v.Errors = shown
	return nil
}
