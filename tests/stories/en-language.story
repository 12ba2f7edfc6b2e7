# Another language, from anywhere; the question is put again in it.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> [Language]
> [العربية]
> {language:en}
> language
> nonsense
> 2
> {language:en~1st}
> {language:xx}
> language
> The bus does not come to our village
> language
> [Back]
