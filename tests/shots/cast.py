"""Who meets in the lab that `lab.py` writes; here they can be read without a database."""

PASSWORD = "tihaya-reka-7"
PIN = "4071"
PICTURES = ["sun", "boat", "key"]
NAMES = [
    "Саша",
    "Раушан әже",
    "Тимур",
    "Әлия",
    "Ғабит",
    "Ұлпан",
    "Нұрсұлтан Әбдірахманов",
    "Анна-Мария Константинова",
    "Іңкәр",
    "Өміржан ата",
]
