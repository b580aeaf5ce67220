package slackemu

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// After an interaction the bot may open one modal, within Options.TriggerLife, and
// send a few messages.
const (
	responseLife = 30 * time.Minute
	responseUses = 5
)

// trigger is what a trigger_id stands for.
type trigger struct {
	user string
	at   time.Time
	used bool
}

// response is what a response_url stands for.
type response struct {
	user, channel string
	original      string // TS of the message with the button; "" for commands
	at            time.Time
	uses          int
}

// Notice is what Slack itself tells a person when the app fails.
type Notice struct {
	User       string `json:"user"`
	Error      string `json:"-"` // "operation_timeout", "dispatch_failed", "invalid_command_response", "trouble_connecting"
	Text       string `json:"text"`
	EnvelopeID string `json:"-"`
}

func (e *apiError) Error() string { return fmt.Sprint(e.code, e.messages) }

// What follows expects the caller to hold s.mu.

func (s *desk) newTrigger(userID string) string {
	s.serial++
	id := fmt.Sprintf("%d.%d.%032x", s.serial, 1000+s.serial, s.serial)
	s.triggers[id] = &trigger{user: userID, at: s.now()}
	return id
}

// exchange finds the trigger that a call names, if it is still valid.
func (s *webAPI) exchange(a args) (*trigger, *apiError) {
	t := s.triggers[a.get("trigger_id")]
	switch {
	case t == nil:
		return nil, fail("invalid_trigger_id")
	case t.used:
		return nil, fail("exchanged_trigger_id")
	case s.now().Sub(t.at) > s.opts.TriggerLife:
		return nil, fail("expired_trigger_id")
	}
	return t, nil
}

func (s *desk) newResponseURL(userID string, ch *channel, original string) string {
	s.serial++
	id := fmt.Sprintf("R%08d", s.serial)
	s.responses[id] = &response{user: userID, channel: ch.ID, original: original, at: s.now()}
	return s.base + "/response/" + id
}

func (s *desk) notice(userID, code, text, envelopeID string) {
	s.notices = append(s.notices, Notice{User: userID, Error: code, Text: text, EnvelopeID: envelopeID})
	s.trail.notices = append(s.trail.notices, s.trail.rev)
}

// serveResponse serves response URLs.
func (s *webAPI) serveResponse(w http.ResponseWriter, r *http.Request) {
	call := Call{Method: "response_url", Args: map[string]string{}, At: time.Now(), Status: http.StatusOK, URL: r.URL.Path}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil || !s.delay(r, call.Method) {
		return
	}
	a := args{values: call.Args}
	wrong := a.readJSON(body)
	f := s.takeFault(call.Method)
	switch {
	case f != nil && !f.lose:
		wrong, call.Status = fail(f.code), max(f.status, http.StatusBadRequest)
	case wrong == nil:
		s.change(func() { call.Place, call.Status, wrong = s.respond(r.PathValue("id"), a) })
	}
	if wrong != nil {
		call.Error, call.Why, call.Status = wrong.code, wrong.messages, max(call.Status, http.StatusBadRequest)
	}
	if f != nil && f.lose {
		s.lose(w, call)
		return
	}
	s.record(call)
	if wrong != nil {
		http.Error(w, wrong.code, call.Status)
		return
	}
	_, _ = w.Write([]byte("ok"))
}

// respond posts, replaces or deletes a message through a response URL. Callers hold
// s.mu.
func (s *webAPI) respond(id string, a args) (Place, int, *apiError) {
	r := s.responses[id]
	switch {
	case r == nil:
		return Place{}, http.StatusNotFound, fail("no_url")
	case s.now().Sub(r.at) > responseLife:
		return Place{}, http.StatusNotFound, fail("expired_url")
	case r.uses >= responseUses:
		return Place{}, http.StatusNotFound, fail("used_url")
	}
	ch := s.channel(r.channel)
	if a.flag("delete_original") {
		original := ch.find(r.original)
		if original == nil {
			return Place{}, http.StatusNotFound, fail("message_not_found")
		}
		r.uses++
		s.erase(ch, original)
		return Place{ch.ID, original.TS}, http.StatusOK, nil
	}
	p, wrong := s.answer(r, ch, a)
	if wrong != nil {
		return Place{}, http.StatusBadRequest, wrong
	}
	r.uses++
	return Place{ch.ID, p.TS}, http.StatusOK, nil
}

// answer posts what was sent to a response URL or in the ack of a command. Only the
// message of a clicked button can be replaced: a command has no original, and Slack
// does not replace its own earlier answer (bolt-python#1268).
func (s *desk) answer(r *response, ch *channel, a args) (*post, *apiError) {
	p, wrong := s.botPost(ch, a)
	if wrong != nil {
		return nil, wrong
	}
	if original := ch.find(r.original); original != nil && a.flag("replace_original") {
		s.revise(ch, original, content{p.Text, p.Blocks, p.Metadata, p.Pings}, botUserID)
		return original, nil
	}
	switch a.get("response_type") {
	case "", "ephemeral":
		p.EphemeralTo = r.user
	case "in_channel":
	default:
		return nil, fail("invalid_response_type")
	}
	s.add(ch, p)
	s.announce(ch, p)
	return p, nil
}

// answerCommand posts the payload of a command's ack.
func (s *Person) answerCommand(r *response, ch *channel, e *envelope) {
	if len(e.Response) == 0 || string(e.Response) == "null" || string(e.Response) == "{}" {
		return
	}
	a := args{values: map[string]string{}}
	var text string
	var wrong *apiError
	if json.Unmarshal(e.Response, &text) == nil {
		a.values["text"] = text
	} else {
		wrong = a.readJSON(e.Response)
	}
	if wrong == nil {
		_, wrong = s.answer(r, ch, a)
	}
	if wrong != nil {
		s.commandFailed(r.user, ch, e, "invalid_command_response")
	}
}
