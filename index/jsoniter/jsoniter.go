// Package jsoniter stands in for github.com/json-iterator/go, which is archived and which Bleve's
// geo code brings along. The original reaches methods by reflection, so the linker cannot drop any:
// without it the binary is 9 MB smaller. go.mod puts this module in its place.
//
// It promises what [ConfigCompatibleWithStandardLibrary] did, using the standard library. It must
// not know who uses it.
package jsoniter

import "encoding/json"

// API writes and reads JSON.
type API struct{}

// ConfigCompatibleWithStandardLibrary does so just as the standard library does.
var ConfigCompatibleWithStandardLibrary API

// Marshal writes v as JSON.
func (API) Marshal(v any) ([]byte, error) { return json.Marshal(v) }

// Unmarshal reads JSON into v.
func (API) Unmarshal(data []byte, v any) error { return json.Unmarshal(data, v) }
