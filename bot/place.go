package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/slack-go/slack"
)

// conversation is a channel or a direct message, or a thread in it.
type conversation struct {
	api     *slack.Client
	channel string
	thread  string // "" outside a thread
}

func (c conversation) post(ctx context.Context, m message) error {
	opts := plainMessage(m)
	if c.thread != "" {
		opts = append(opts, slack.MsgOptionTS(c.thread))
	}
	_, _, err := c.api.PostMessageContext(ctx, c.channel, opts...)
	return err
}

// plainMessage is m without marks, pings and unfurls.
func plainMessage(m message) []slack.MsgOption {
	opts := []slack.MsgOption{
		slack.MsgOptionText(escape(m.text), false),
		slack.MsgOptionDisableMarkdown(),
		slack.MsgOptionDisableLinkUnfurl(),
		slack.MsgOptionDisableMediaUnfurl(),
	}
	if len(m.blocks) > 0 {
		opts = append(opts, slack.MsgOptionBlocks(m.blocks...))
	}
	return opts
}

// whisper answers a command to the asker alone. It uses the command's response
// URL, which works where the bot is no member, and which the client library
// cannot use without unfurls.
type whisper struct {
	http    *http.Client
	url     string
	api     *slack.Client
	channel string
	user    string
	used    int
}

type response struct {
	ResponseType    string        `json:"response_type"`
	Text            string        `json:"text"`
	Blocks          []slack.Block `json:"blocks,omitempty"`
	Mrkdwn          bool          `json:"mrkdwn"`
	UnfurlLinks     bool          `json:"unfurl_links"`
	UnfurlMedia     bool          `json:"unfurl_media"`
	ReplaceOriginal bool          `json:"replace_original"`
}

func (w *whisper) post(ctx context.Context, m message) error {
	if w.url == "" || w.used == maxResponses {
		_, err := w.api.PostEphemeralContext(ctx, w.channel, w.user, plainMessage(m)...)
		return err
	}
	body, err := json.Marshal(response{ResponseType: slack.ResponseTypeEphemeral, Text: escape(m.text), Blocks: m.blocks})
	if err != nil {
		return fmt.Errorf("encode a response: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url, bytes.NewReader(body))
	if err != nil {
		return errors.New("the command's response URL is none")
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	resp, err := w.http.Do(req)
	if err != nil {
		if e, ok := errors.AsType[*url.Error](err); ok {
			err = e.Err // its message holds the URL, which is a secret
		}
		return fmt.Errorf("use the response URL: %w", err)
	}
	defer resp.Body.Close()
	if err = responseError(resp); err == nil {
		w.used++
	}
	return err
}

// responseError reads what a response URL says: "ok", an error's name, or JSON.
func responseError(resp *http.Response) error {
	if resp.StatusCode == http.StatusTooManyRequests {
		if s, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil {
			return &slack.RateLimitedError{RetryAfter: time.Duration(s) * time.Second}
		}
		return slack.StatusCodeError{Code: resp.StatusCode, Status: resp.Status}
	}
	body, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<12)) // what it says decides, if it says anything
	var said slack.SlackResponse
	if json.Unmarshal(body, &said) == nil && said.Error != "" {
		return said.Err()
	}
	if resp.StatusCode != http.StatusOK {
		if name := strings.TrimSpace(string(body)); name != "" && !strings.ContainsAny(name, " <\n") {
			return slack.SlackErrorResponse{Err: name}
		}
		return slack.StatusCodeError{Code: resp.StatusCode, Status: resp.Status}
	}
	return nil
}
