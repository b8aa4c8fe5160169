# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for loa(1)

_loa()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i
    local general='-h --help --lang --config --quiet --verbose --no-color'
    local text='-f --input-file --text --stdin --encoding'
    local reading='-v --voice --region --style --dictionary'
    local voice='-s --speed --syllables -p --pitch --range -a --amplitude -g --gap --captions-too'

    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            read|render|normalize|check|dictionary|voices|devices|version) command=${COMP_WORDS[i]}; break ;;
        esac
    done

    COMPREPLY=()
    case $before in
        -v|--voice)
            COMPREPLY=($(compgen -W 'bac bac-nam trung trung-nam nam nam-nam north central south vi vi-vn-x-central vi-vn-x-south' -- "$word"))
            return ;;
        --region) COMPREPLY=($(compgen -W 'north central south' -- "$word")); return ;;
        --scope) COMPREPLY=($(compgen -W 'article station' -- "$word")); return ;;
        --lang) COMPREPLY=($(compgen -W 'vi en' -- "$word")); return ;;
        --format) COMPREPLY=($(compgen -W 'wav flac opus vorbis mp3 raw' -- "$word")); return ;;
        --encoding)
            COMPREPLY=($(compgen -W 'utf-8 utf-16le utf-16be windows-1258 viscii tcvn3 vni' -- "$word"))
            return ;;
        --style)
            COMPREPLY=($(compgen -W 'four= zero_ten= thousand= early_day= clock_minute= clock_zero= letter_names= dollar= dong= decimals= document_code= emoji=' -- "$word"))
            return ;;
        --output-dir | --source) COMPREPLY=($(compgen -d -- "$word")); return ;;
        -f|--input-file|-o|--output|-w|--dictionary|--config|--timeline|--captions)
            COMPREPLY=($(compgen -f -- "$word")); return ;;
        --text|-s|--speed|--syllables|-p|--pitch|--range|-a|--amplitude|-g|--gap|--device|--lead-in|--rate|--jobs|--accept|--as)
            return ;;
    esac

    local options
    case $command in
        read) options="$general $text $reading $voice --device --lead-in -w --stdout" ;;
        render)
            options="$general $text $reading $voice -w --stdout -o --output --output-dir --format --output-raw
                --rate --timeline --captions --jobs --no-clobber --keep-partial --dry-run" ;;
        normalize) options="$general $text $reading --lines --article --explain --json" ;;
        check) options="$general $text $reading --captions-too --accept --as --scope --json --strict" ;;
        dictionary) options="$general $reading --encoding --json --strict" ;;
        voices) options="$general --all --sample --output-dir --source --device" ;;
        devices|version) options=$general ;;
        *) options="$general --version" ;;
    esac

    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    elif [[ -z $command ]]; then
        COMPREPLY=($(compgen -W 'read render normalize check dictionary voices devices version' -- "$word"))
    elif [[ $command == dictionary && $before == dictionary ]]; then
        COMPREPLY=($(compgen -W 'check diff' -- "$word"))
    elif [[ $command == voices ]]; then
        COMPREPLY=($(compgen -W 'build bac bac-nam trung trung-nam nam nam-nam' -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}

complete -o filenames -F _loa loa
