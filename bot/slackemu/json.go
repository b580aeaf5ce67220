package slackemu

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
)

// decodeJSON keeps numbers as they are written.
func decodeJSON(raw string) (any, error) {
	d := json.NewDecoder(strings.NewReader(raw))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one JSON value")
	}
	return v, nil
}

// encodeJSON encodes what this package made itself, which cannot fail.
func encodeJSON(v any) json.RawMessage {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("slackemu: " + err.Error())
	}
	return raw
}

func decodeBlocks(raw json.RawMessage) []any {
	v, _ := decodeJSON(string(raw))
	blocks, _ := v.([]any)
	return blocks
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// textOf is the string at a path of object fields; "" where there is none.
func textOf(v any, path ...string) string {
	for _, name := range path {
		o, _ := v.(object)
		v = o[name]
	}
	s, _ := v.(string)
	return s
}
