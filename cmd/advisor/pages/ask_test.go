package pages

import "testing"

func TestAddressesForAllInterfacesAreReachedNearby(t *testing.T) {
	for addr, want := range map[string]string{
		":8080": "127.0.0.1:8080", "0.0.0.0:8080": "127.0.0.1:8080", "[::]:8080": "127.0.0.1:8080",
		"127.0.0.2:1": "127.0.0.2:1", "[::1]:1": "[::1]:1", "advisor:1": "advisor:1",
	} {
		if got := nearby(addr); got != want {
			t.Errorf("%s is reached at %s, not at %s", addr, got, want)
		}
	}
}
