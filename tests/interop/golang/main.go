// Signs and verifies role snapshots with golang-jwt.
//
//	golang-jwt sign    reads the files of the quick start and prints a token
//	golang-jwt verify  reads a token from standard input and says what becomes of it
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt"
)

type jwk struct {
	Kid string `json:"kid"`
	X   string `json:"x"`
	D   string `json:"d"`
}

func main() {
	log.SetFlags(0)
	if os.Args[1] == "sign" {
		sign()
	} else {
		verify()
	}
}

func sign() {
	var key jwk
	parse("../chat-keys/private.jwk", &key)
	var person struct {
		Sub          string      `json:"sub"`
		Entitlements interface{} `json:"entitlements"`
		Memberships  interface{} `json:"memberships"`
	}
	parse("claims.json", &person)
	catalog := sha256.Sum256(read("chat.json"))
	now := time.Now()
	token := jwt.NewWithClaims(jwt.SigningMethodEdDSA, jwt.MapClaims{
		"iss":           "https://chat.example",
		"aud":           "chat-web",
		"sub":           person.Sub,
		"iat":           now.Unix(),
		"exp":           now.Unix() + 600,
		"refresh_after": now.Unix() + 300,
		"fmt":           1,
		"seq":           now.UnixMilli(),
		"catalog": map[string]string{
			"id":     "chat",
			"sha256": base64.RawURLEncoding.EncodeToString(catalog[:]),
		},
		"entitlements": person.Entitlements,
		"memberships":  person.Memberships,
	})
	token.Header["typ"] = "role-snapshot+jwt"
	token.Header["kid"] = key.Kid
	signed, err := token.SignedString(ed25519.NewKeyFromSeed(decode(key.D)))
	check(err)
	fmt.Println(signed)
}

func verify() {
	var set struct {
		Keys []jwk `json:"keys"`
	}
	parse("keys/jwks.json", &set)
	text, err := io.ReadAll(os.Stdin)
	check(err)
	claims := jwt.MapClaims{}
	parser := jwt.Parser{ValidMethods: []string{"EdDSA"}}
	_, err = parser.ParseWithClaims(strings.TrimSpace(string(text)), claims, func(token *jwt.Token) (interface{}, error) {
		for _, key := range set.Keys {
			if key.Kid == token.Header["kid"] {
				return ed25519.PublicKey(decode(key.X)), nil
			}
		}
		return nil, errors.New("the set has no such key")
	})
	if errors.Is(err, jwt.ErrEd25519Verification) {
		fmt.Println("refused: signature")
		return
	}
	check(err)
	if !claims.VerifyIssuer("https://chat.example", true) || !claims.VerifyAudience("chat-web", true) {
		log.Fatal("not the expected issuer and audience")
	}
	fmt.Println("accepted", claims["sub"])
}

func parse(file string, into interface{}) {
	check(json.Unmarshal(read(file), into))
}

func read(file string) []byte {
	bytes, err := os.ReadFile(file)
	check(err)
	return bytes
}

func decode(text string) []byte {
	bytes, err := base64.RawURLEncoding.DecodeString(text)
	check(err)
	return bytes
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
