// Package jsoniter stands in for github.com/json-iterator/go, which Bleve's geography brings along
// and which is archived. The original reaches every method by reflection, so that the linker can
// drop none: without it the binary is 9 MB smaller. go.mod puts this module in its place.
//
// It promises what [ConfigCompatibleWithStandardLibrary] did, using the standard library. It must
// not know who uses it.
package jsoniter

import "encoding/json"

// API is a way to write and read JSON.
type API struct{}

// ConfigCompatibleWithStandardLibrary does it as the standard library does.
var ConfigCompatibleWithStandardLibrary API

// Marshal writes v as JSON.
func (API) Marshal(v any) ([]byte, error) { return json.Marshal(v) }

// Unmarshal reads JSON into v.
func (API) Unmarshal(data []byte, v any) error { return json.Unmarshal(data, v) }
