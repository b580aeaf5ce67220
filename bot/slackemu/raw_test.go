package slackemu_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// post calls a method with a JSON body, bypassing the client library, and returns Slack's error.
func post(t *testing.T, s *slackemu.Server, method, body string) string {
	t.Helper()
	req, err := http.NewRequestWithContext(soon(t), http.MethodPost, s.URL()+method, strings.NewReader(body))
	ok(t, err)
	req.Header.Set("Authorization", "Bearer "+s.BotToken())
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	resp, err := http.DefaultClient.Do(req)
	ok(t, err)
	defer func() { _ = resp.Body.Close() }()
	return errorOf(t, resp)
}

func errorOf(t *testing.T, resp *http.Response) string {
	t.Helper()
	var reply struct {
		OK    bool
		Error string
	}
	ok(t, json.NewDecoder(resp.Body).Decode(&reply))
	if reply.OK != (reply.Error == "") {
		t.Errorf("ok is %v with error %q", reply.OK, reply.Error)
	}
	return reply.Error
}
