package blockkit

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// Decode decodes JSON and keeps numbers as they are written.
func Decode(raw string) (any, error) {
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

// Encode encodes values that were decoded or made here, which cannot fail.
func Encode(v any) json.RawMessage {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("blockkit: " + err.Error())
	}
	return raw
}

// Blocks decodes a list of blocks that were checked before; nil for anything else.
func Blocks(raw json.RawMessage) []any {
	v, _ := Decode(string(raw))
	blocks, _ := v.([]any)
	return blocks
}

// Text returns the string at a path of object fields, or "".
func Text(v any, path ...string) string {
	for _, name := range path {
		o, _ := v.(object)
		v = o[name]
	}
	s, _ := v.(string)
	return s
}
