/// The stems of the passwords that guessers try first. Shorter ones cannot pass the length, unless digits and signs are
/// put around them, and then the stem is what is looked up.
enum GuessedFirst {
    static let words: Set<String> = [
        "password", "passwort", "motdepasse", "contraseña", "passw", "passwd", "pass", "pw",
        "welcome", "letmein", "iloveyou", "iloveyouforever", "administrator", "admin", "root", "user", "guest", "login",
        "changeme", "changemenow", "secret", "topsecret", "mysecret", "default", "temporary", "temppassword",
        "mypassword", "mypasswordis", "newpassword", "yourpassword", "thepassword", "passwordword", "adminpassword",
        "qwerty", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "qwertyuiopasdf",
        "qwertyuiopasdfghjkl", "qwertyuiopasdfghjklzxcvbnm", "qazwsxedc", "qazwsxedcrfv", "qweasdzxc", "asdf", "abc",
        "abcd", "abcdef", "abcdefgh", "abcdefghijkl", "abcdefghijklmnop", "abcdefghijklmnopqrstuvwxyz",
        "monkey", "dragon", "sunshine", "princess", "football", "baseball", "basketball", "superman", "batman",
        "starwars", "whatever", "trustnoone", "master", "michael", "jennifer", "jessica", "charlie", "shadow",
        "summer", "winter", "spring", "autumn", "january", "february", "september", "october", "november", "december",
        "construction", "contractor", "builder", "builders", "building", "quickbooks", "quickbook", "intuit",
        "estimate", "budget", "accounting", "company", "companyname", "procore",
        "correcthorsebatterystaple", "openupplease", "opensesame", "nothing", "computer", "internet", "hello",
        "helloworld", "hellohello", "testing", "testtest", "test", "testpassword", "loveyou", "lovelove",
    ]
}
