package slackemu

import (
	"encoding/json"
	"io"
	"math"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"careeradvisor/bot/slackemu/blockkit"
)

// maxBody bounds a request; Slack's own limits are far below.
const maxBody = 4 << 20

// apiError is an error as Slack reports it.
type apiError struct {
	code             string
	messages         []string // response_metadata.messages
	needed, provided string   // missing_scope only
}

func fail(code string, messages ...string) *apiError {
	return &apiError{code: code, messages: messages}
}

// refusal turns a refusal of Block Kit's into an error.
func refusal(r *blockkit.Refusal) *apiError {
	if r == nil {
		return nil
	}
	return fail(r.Code, r.Messages...)
}

// args are the arguments of a call, however they were sent. Values that are JSON
// are kept as JSON text.
type args struct {
	values map[string]string
	token  string
}

func (a args) get(name string) string { return a.values[name] }

func (a args) flag(name string) bool { return a.values[name] == "true" || a.values[name] == "1" }

// webAPI is what the bot sees: the Web API and response URLs.
type webAPI struct {
	*desk
	conversations
	assistant
}

// serveAPI serves /api/METHOD.
func (s *webAPI) serveAPI(w http.ResponseWriter, r *http.Request) {
	call := Call{Method: r.PathValue("method"), At: time.Now(), Status: http.StatusOK}
	a, wrong := readArgs(w, r)
	call.Args = a.values
	if !s.delay(r, call.Method) {
		return
	}
	f := s.takeFault(call.Method)
	var reply object
	switch {
	case f != nil && !f.lose:
		wrong = fail(f.code)
		call.Status = max(f.status, http.StatusOK)
	case wrong == nil:
		reply, wrong = s.call(call.Method, a)
	}
	if wrong != nil {
		reply, call.Error, call.Why = wrong.reply(), wrong.code, wrong.messages
	} else {
		call.Place = madePlace(reply)
		reply = with(reply, object{"ok": true})
	}
	if f != nil && f.lose {
		s.lose(w, call)
		return
	}
	if f != nil && f.retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(f.retry.Seconds()))))
	}
	w.Header().Set("X-OAuth-Scopes", strings.Join(s.scopes(), ","))
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	s.record(call) // before the answer, so that who has the answer finds the call
	w.WriteHeader(call.Status)
	_, _ = w.Write(blockkit.Encode(reply))
}

// madePlace returns the place of the message that a reply mentions, if any.
func madePlace(reply object) Place {
	p := Place{Channel: blockkit.Text(reply, "channel"), TS: blockkit.Text(reply, "ts")}
	if p.TS == "" {
		p.TS = blockkit.Text(reply, "message_ts")
	}
	if p.TS == "" {
		return Place{}
	}
	return p
}

// lose cuts the connection instead of answering.
func (s *webAPI) lose(w http.ResponseWriter, call Call) {
	call.Status = 0
	s.record(call)
	if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
		_ = conn.Close()
	}
}

func (e *apiError) reply() object {
	o := object{"ok": false, "error": e.code}
	if e.messages != nil {
		o["response_metadata"] = object{"messages": e.messages}
		var bare []string
		for _, m := range e.messages {
			bare = append(bare, strings.TrimPrefix(m, "[ERROR] "))
		}
		o["errors"] = bare
	}
	if e.needed != "" {
		o["needed"], o["provided"] = e.needed, e.provided
	}
	return o
}

// call checks the token and the scopes and runs the method.
func (s *webAPI) call(name string, a args) (reply object, wrong *apiError) {
	m, known := methods[name]
	if !known {
		return nil, fail("unknown_method")
	}
	if wrong := s.authorize(a.token, m.app); wrong != nil {
		return nil, wrong
	}
	if !s.granted(m.scopes) {
		return nil, s.missing(m.scopes)
	}
	for name := range a.values {
		if !slices.Contains(strings.Fields(m.args), name) {
			return nil, fail("invalid_arguments", blockkit.Problem("/"+name, "not modelled"))
		}
	}
	s.change(func() { reply, wrong = m.run(s, a) })
	return reply, wrong
}

func (s *webAPI) authorize(token string, app bool) *apiError {
	switch token {
	case "":
		return fail("not_authed")
	case s.opts.AppToken, s.opts.BotToken:
		if app != (token == s.opts.AppToken) {
			return fail("not_allowed_token_type")
		}
		return nil
	}
	return fail("invalid_auth")
}

// readArgs reads the query, a form or a JSON body. Slack looks for the token in the
// header or a form, not in JSON.
func readArgs(w http.ResponseWriter, r *http.Request) (args, *apiError) {
	a := args{values: map[string]string{}}
	form := r.URL.Query()
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return a, fail("request_timeout")
	}
	var wrong *apiError
	if media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); media == "application/json" {
		wrong = a.readJSON(body)
	} else if sent, err := url.ParseQuery(string(body)); err != nil {
		wrong = fail("invalid_form_data")
	} else {
		for name, v := range sent {
			form[name] = v
		}
	}
	for name, v := range form {
		a.values[name] = v[0]
	}
	a.token = form.Get("token")
	delete(a.values, "token")
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		a.token = bearer
	}
	return a, wrong
}

func (a args) readJSON(body []byte) *apiError {
	if len(body) == 0 {
		return nil
	}
	var sent map[string]json.RawMessage
	if err := json.Unmarshal(body, &sent); err != nil {
		if json.Valid(body) {
			return fail("json_not_object")
		}
		return fail("invalid_json")
	}
	for name, raw := range sent {
		var text string
		switch {
		case string(raw) == "null":
		case json.Unmarshal(raw, &text) == nil:
			a.values[name] = text
		default:
			a.values[name] = string(raw)
		}
	}
	return nil
}
